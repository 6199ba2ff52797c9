package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The other person of a direct conversation, with what one may know of their presence.
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
