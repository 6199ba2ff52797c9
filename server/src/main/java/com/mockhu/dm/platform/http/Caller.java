package com.mockhu.dm.platform.http;

import java.time.Instant;
import java.util.UUID;

/**
 * Who makes a request, proved by a token.
 *
 * @param userId null for a service that acts for nobody
 * @param sessionId the sign-in behind the token; null when the host application made the token
 * @param expiresAt when the token ends
 */
public record Caller(UUID userId, boolean isService, UUID sessionId, Instant expiresAt) {}
