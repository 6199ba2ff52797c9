package com.mockhu.dm.conversation.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation with its participants, as one statement found it; under its row lock nothing of it
 * changes.
 *
 * @param lastSeq number of the newest message, 0 while there is none
 * @param lastMessageAt its time; null while there is none
 * @param participants the two of a direct conversation, or the current members of a group
 */
public record Conversation(
    UUID id,
    ConversationKind kind,
    long lastSeq,
    Instant lastMessageAt,
    UUID lastMessageId,
    List<Participant> participants) {

  public boolean isDirect() {
    return kind == ConversationKind.DIRECT;
  }

  public boolean has(UUID userId) {
    return find(userId) != null;
  }

  /**
   * @throws IllegalArgumentException when the user is no participant
   */
  public Participant participant(UUID userId) {
    Participant found = find(userId);
    if (found == null) {
      throw new IllegalArgumentException("No participant of " + id);
    }
    return found;
  }

  private Participant find(UUID userId) {
    for (Participant participant : participants) {
      if (participant.userId().equals(userId)) {
        return participant;
      }
    }
    return null;
  }

  /** The same conversation with these participants. */
  Conversation with(List<Participant> all) {
    return new Conversation(id, kind, lastSeq, lastMessageAt, lastMessageId, List.copyOf(all));
  }

  /** As it will be with this change. */
  public Conversation after(PositionChange change) {
    return with(
        participants.stream()
            .map(each -> each.userId().equals(change.userId()) ? each.after(change) : each)
            .toList());
  }

  /** All but this person. */
  public List<Participant> others(UUID userId) {
    return participants.stream().filter(each -> !each.userId().equals(userId)).toList();
  }

  /**
   * The other person of a direct conversation.
   *
   * @throws IllegalStateException in a group
   */
  public Participant peer(UUID userId) {
    if (!isDirect()) {
      throw new IllegalStateException("A group has no other person");
    }
    Participant first = participants.getFirst();
    return first.userId().equals(userId) ? participants.getLast() : first;
  }
}
