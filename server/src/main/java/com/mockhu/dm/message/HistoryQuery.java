package com.mockhu.dm.message;

import java.util.UUID;

/** Which messages of a conversation a viewer asks for, at most {@code limit}. */
record HistoryQuery(UUID viewer, UUID conversationId, long clearedSeq, int limit) {}
