package com.mockhu.dm.feed.consumer;

import java.util.UUID;

/**
 * What happened for one account, by reference.
 *
 * @param seq its number in the account's feed
 * @param kind declared by the feature whose event it is
 * @param conversationId null when it is about none
 * @param subjectId the message or person it is about; may be null
 * @param firstSeq number of the first message where the event stands for all from there to its
 *     subject; else null
 */
public record CommittedEvent(
    UUID userId, long seq, short kind, UUID conversationId, UUID subjectId, Long firstSeq) {}
