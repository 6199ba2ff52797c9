package com.mockhu.dm.feed.consumer;

import java.util.UUID;

/**
 * A change for one account, by reference.
 *
 * @param seq its number in the account's feed
 * @param kind declared by the feature whose event it is
 * @param conversationId null when it is about none
 * @param subjectId the message or person it is about; may be null
 * @param firstSeq for an event about a range of messages, the number of the first; the subject is
 *     the last. Otherwise null
 */
public record CommittedEvent(
    UUID userId, long seq, short kind, UUID conversationId, UUID subjectId, Long firstSeq) {}
