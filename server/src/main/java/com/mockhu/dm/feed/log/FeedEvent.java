package com.mockhu.dm.feed.log;

import java.util.UUID;

/**
 * What happened for one account, by reference: whoever reads it gets the present state.
 *
 * @param seq its number in the account's feed, without holes
 * @param kind declared by the feature whose event it is
 * @param conversationId null when it is about none
 * @param subjectId the message or person it is about; may be null
 * @param firstSeq number of the first in its conversation where the event stands for all from there
 *     to its subject; null when it is about its subject alone
 */
public record FeedEvent(long seq, short kind, UUID conversationId, UUID subjectId, Long firstSeq) {}
