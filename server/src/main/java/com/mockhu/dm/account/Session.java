package com.mockhu.dm.account;

import java.util.UUID;

/**
 * A sign-in just made or renewed.
 *
 * @param refreshToken shown once, stored only as its hash
 */
record Session(UUID id, UUID userId, String refreshToken) {}
