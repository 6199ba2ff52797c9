package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/** A person as the host application sees them. */
public record ListedUser(
    UUID id,
    String username,
    String fullName,
    String avatarUrl,
    Instant createdAt,
    boolean isDisabled) {}
