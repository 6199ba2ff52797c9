package com.mockhu.dm.conversation.member;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's place in a group.
 *
 * @param joinedSeq number of the last message before they came
 * @param addedBy null for the founder, and for those who came by a link or an invitation's accept
 */
public record Member(UUID userId, Role role, long joinedSeq, Instant joinedAt, UUID addedBy) {}
