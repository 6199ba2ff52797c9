package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/** Somebody one blocks. */
public record BlockedUser(UUID id, String username, String fullName, Instant blockedAt) {}
