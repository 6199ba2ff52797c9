package com.mockhu.dm.conversation;

import java.util.UUID;

/** One participant of one conversation. */
public record ParticipantKey(UUID conversationId, UUID userId) {}
