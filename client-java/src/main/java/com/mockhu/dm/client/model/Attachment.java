package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a message.
 *
 * @param type {@code image} or {@code file}
 * @param size in bytes
 * @param signedUrl opens without a token for an hour
 * @param width in pixels; null for what is no image
 */
public record Attachment(
    UUID id,
    String type,
    String url,
    String thumbnailUrl,
    String signedUrl,
    String filename,
    String originalFilename,
    long size,
    String mimeType,
    Integer width,
    Integer height,
    Instant uploadedAt) {}
