package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The other person of a direct conversation, with the presence that this account may see.
 *
 * @param lastSeen when their last connection ended; null while online, when never, or not shown
 */
public record Participant(
    UUID id,
    String username,
    String fullName,
    String avatarUrl,
    boolean isOnline,
    Instant lastSeen) {}
