package com.mockhu.dm.conversation.receipt;

import com.mockhu.dm.conversation.participant.Participant;
import java.util.UUID;

/**
 * Messages of which one wants to know whether the person has got and read them.
 *
 * @param deliveredSeq the person's position: up to it there are no delivered ranges
 */
public record Span(UUID conversationId, UUID userId, SeqRange seqs, long deliveredSeq) {

  public static Span of(UUID conversationId, Participant person, SeqRange seqs) {
    return new Span(conversationId, person.userId(), seqs, person.deliveredSeq());
  }

  boolean isAllDelivered() {
    return seqs.upTo() <= deliveredSeq;
  }
}
