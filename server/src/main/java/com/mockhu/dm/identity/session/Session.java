package com.mockhu.dm.identity.session;

import java.util.UUID;

/**
 * A sign-in just made or renewed.
 *
 * @param refreshToken shown once, stored only as its hash
 */
public record Session(UUID id, UUID userId, String refreshToken) {}
