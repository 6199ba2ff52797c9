package com.mockhu.dm.conversation;

import java.util.UUID;

/** One participant of one conversation. */
public record ConversationSide(UUID conversationId, UUID userId) {}
