package com.mockhu.dm.identity.token;

import java.time.Instant;
import java.util.UUID;

/**
 * The claims of a verified token.
 *
 * @param subject null when the token has none; allowed for services
 * @param sessionId null when the token names no session
 * @param isService the scope holds {@code dm:admin}
 */
public record TokenClaims(UUID subject, UUID sessionId, Instant expiresAt, boolean isService) {}
