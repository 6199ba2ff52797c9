package com.mockhu.dm.conversation.participant;

import java.util.UUID;

/**
 * How receipts move one participant.
 *
 * @param deliveredSeq the new position, or 0 to leave it
 * @param readSeq the new position, or 0 to leave it
 * @param fewerUnread what to take off the unread messages
 */
public record PositionChange(
    UUID conversationId, UUID userId, long deliveredSeq, long readSeq, int fewerUnread) {}
