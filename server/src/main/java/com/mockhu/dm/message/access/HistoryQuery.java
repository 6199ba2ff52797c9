package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Participant;
import java.util.UUID;

/** Which messages of a conversation a viewer asks for, at most {@code limit}. */
public record HistoryQuery(Participant viewer, UUID conversationId, int limit) {}
