package com.mockhu.dm.conversation.participant;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What the newest messages of one batch do to a conversation.
 *
 * @param messages how many were added
 * @param newestText a preview; null for a message without text
 * @param unread how many of them are incoming, for each participant who has some
 */
public record ConversationUpdate(
    Conversation before,
    int messages,
    UUID newestId,
    String newestType,
    String newestText,
    UUID newestSender,
    Instant newestAt,
    Map<UUID, Integer> unread) {}
