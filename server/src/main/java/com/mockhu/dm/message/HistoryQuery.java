package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Participant;
import java.util.UUID;

/** Which messages of a conversation a viewer asks for, at most {@code limit}. */
record HistoryQuery(Participant viewer, UUID conversationId, int limit) {}
