package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/** A person whom the account has blocked. */
public record BlockedUser(UUID id, String username, String fullName, Instant blockedAt) {}
