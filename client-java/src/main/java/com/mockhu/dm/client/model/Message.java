package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A stored message.
 *
 * @param sender null once the account is deleted
 * @param seq its number in the conversation, from 1 without gaps
 * @param messageType {@code text}, {@code image} or {@code file}; a newer server may know more
 * @param content null for a tombstone, or a file without a caption
 * @param attachments null in a text
 * @param status {@code sent}, {@code delivered} or {@code read}
 * @param isDeleted deleted for everyone
 * @param clientMessageId the sender's own key; null for others
 */
public record Message(
    UUID id,
    UUID conversationId,
    UUID senderId,
    User sender,
    long seq,
    String messageType,
    String content,
    List<Attachment> attachments,
    String status,
    boolean isRead,
    Instant readAt,
    boolean isDeleted,
    UUID clientMessageId,
    Instant createdAt) {}
