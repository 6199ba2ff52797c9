package com.mockhu.dm.conversation.participant;

import java.util.UUID;

/** One participant of one conversation. */
public record ParticipantKey(UUID conversationId, UUID userId) {}
