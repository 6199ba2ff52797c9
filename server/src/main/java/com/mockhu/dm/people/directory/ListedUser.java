package com.mockhu.dm.people.directory;

import java.time.Instant;
import java.util.UUID;

/** A person as the directory shows them. */
record ListedUser(
    UUID id,
    String username,
    String fullName,
    String avatarUrl,
    Instant createdAt,
    boolean isDisabled) {}
