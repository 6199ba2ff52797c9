package com.mockhu.dm.feed.log;

import java.util.UUID;

/**
 * A change for one account, by reference: a reader gets the present state of what it names.
 *
 * @param seq its number in the account's feed, without gaps
 * @param kind declared by the feature whose event it is
 * @param conversationId null when it is about none
 * @param subjectId the message or person it is about; may be null
 * @param firstSeq for an event about a range of messages, the number of the first; the subject is
 *     the last. Null for an event about its subject alone
 */
public record FeedEvent(long seq, short kind, UUID conversationId, UUID subjectId, Long firstSeq) {}
