package com.mockhu.dm.platform.http;

import java.time.Instant;
import java.util.UUID;

/**
 * The authenticated caller of a request.
 *
 * @param userId null for a service that acts for no person
 * @param sessionId the sign-in behind the token; null when the host application made the token
 * @param expiresAt when the token ends
 */
public record Caller(UUID userId, boolean isService, UUID sessionId, Instant expiresAt) {}
