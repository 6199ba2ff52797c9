package com.mockhu.dm.identity.token;

import java.time.Instant;
import java.util.UUID;

/**
 * What a good token says.
 *
 * @param subject null when the token names nobody, as a service's may
 * @param sessionId null when the token names no session
 * @param isService the scope holds {@code dm:admin}
 */
public record TokenClaims(UUID subject, UUID sessionId, Instant expiresAt, boolean isService) {}
