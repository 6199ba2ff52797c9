package com.mockhu.dm.identity.session;

import java.util.UUID;

/**
 * A session with a refresh token that was just issued.
 *
 * @param refreshToken given to the client once; only its hash is stored
 */
public record IssuedSession(UUID id, UUID userId, String refreshToken) {}
