package com.mockhu.dm.message.access;

import java.util.UUID;

/** A key that a client chose for a message; it counts for its sender alone. */
public record ClientKey(UUID senderId, UUID clientMessageId) {}
