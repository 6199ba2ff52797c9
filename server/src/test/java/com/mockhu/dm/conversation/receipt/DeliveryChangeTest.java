package com.mockhu.dm.conversation.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.DeliveryChange.Decided;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What deliveries change, without a database: messages of Alice reach Bob. */
class DeliveryChangeTest {
  private static final UUID ALICE = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);

  private static Participant bob(long deliveredSeq, long readSeq, long clearedSeq) {
    return new Participant(BOB, 0, 9, deliveredSeq, readSeq, clearedSeq, false, false);
  }

  private static MessageRef message(long seq) {
    return new MessageRef(new UUID(1, seq), seq, ALICE);
  }

  private static List<MessageRef> messages(long... seqs) {
    return LongStream.of(seqs).mapToObj(DeliveryChangeTest::message).toList();
  }

  /** {@code own}: Bob's messages, which leave no gap. */
  private static Decided decided(
      Participant bob, List<ReadRange> reads, List<SeqRange> beyond, List<Long> own, long... seqs) {
    DeliveryChange change = DeliveryChange.of(bob, messages(seqs), reads, beyond);
    Long missing =
        change.gaps().stream()
            .flatMap(gap -> LongStream.rangeClosed(gap.from(), gap.upTo()).boxed())
            .filter(seq -> !own.contains(seq))
            .findFirst()
            .orElse(null);
    return change.decide(missing);
  }

  private static List<SeqRange> ranges(long... ends) {
    return Arrays.stream(ends).mapToObj(SeqRange::of).toList();
  }

  @Test
  void what_comes_in_order_moves_the_position_and_nothing_else() {
    assertEquals(
        new Decided(4, List.of(), List.of(), messages(4)),
        decided(bob(2, 0, 0), List.of(), List.of(), List.of(), 3, 4));
  }

  @Test
  void what_comes_behind_a_gap_stands_for_itself() {
    assertEquals(
        new Decided(0, List.of(), ranges(3), messages(3)),
        decided(bob(0, 0, 0), List.of(), List.of(), List.of(), 3));
  }

  @Test
  void own_messages_leave_no_gap() {
    assertEquals(5, decided(bob(2, 0, 0), List.of(), List.of(), List.of(3L, 4L), 5).position());
  }

  @Test
  void what_was_read_leaves_no_gap() {
    List<ReadRange> read = List.of(new ReadRange(SeqRange.of(1), Instant.EPOCH));
    assertEquals(3, decided(bob(0, 0, 0), read, List.of(), List.of(2L), 3).position());
  }

  @Test
  void what_was_deleted_unread_leaves_one() {
    List<ReadRange> deleted = List.of(new ReadRange(SeqRange.of(1), null));
    assertEquals(0, decided(bob(0, 0, 0), deleted, List.of(), List.of(), 2).position());
  }

  @Test
  void the_one_that_closes_the_gap_takes_the_position_over_what_came_before() {
    Decided closed = decided(bob(1, 0, 0), List.of(), ranges(3), List.of(), 2);
    assertEquals(3, closed.position());
    assertEquals(ranges(3), closed.removed());
    assertEquals(List.of(), closed.added());
    assertEquals(messages(2), closed.told());
  }

  @Test
  void neighbours_beyond_a_gap_become_one_range() {
    Decided more = decided(bob(0, 0, 0), List.of(), ranges(3), List.of(), 4);
    assertEquals(ranges(3), more.removed());
    assertEquals(List.of(new SeqRange(3, 4)), more.added());
  }

  @Test
  void what_is_known_to_have_arrived_changes_nothing() {
    List<ReadRange> read = List.of(new ReadRange(SeqRange.of(4), Instant.EPOCH));
    Decided again = decided(bob(2, 0, 0), read, ranges(6), List.of(), 1, 4, 6);
    assertEquals(new Decided(0, List.of(), List.of(), List.of()), again);
  }

  @Test
  void what_was_deleted_with_the_conversation_never_arrives() {
    Decided next = decided(bob(0, 1, 1), List.of(), List.of(), List.of(), 2);
    assertEquals(0, next.position());
    assertEquals(ranges(2), next.added());
  }
}
