package com.mockhu.dm.conversation.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.ReadChange.Decided;
import com.mockhu.dm.conversation.receipt.ReadChange.Told;
import com.mockhu.dm.conversation.receipt.ReadChange.Waiting;
import com.mockhu.dm.conversation.receipt.ReadChange.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** What reading changes, without a database: Bob reads what Alice wrote. */
class ReadChangeTest {
  private static final UUID ALICE = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final LongPredicate ALL_INCOMING = seq -> true;

  private static Participant bob(int unread, long readSeq, long clearedSeq) {
    return new Participant(BOB, 0, unread, 0, readSeq, clearedSeq, false, false);
  }

  private static List<ReadRange> known(SeqRange... ranges) {
    return Arrays.stream(ranges).map(range -> new ReadRange(range, Instant.EPOCH)).toList();
  }

  private static SeqRange range(long from, long upTo) {
    return new SeqRange(from, upTo);
  }

  /** Counts as the database would: what is in no range before and incoming waits. */
  private static Decided decided(
      Participant bob,
      long lastSeq,
      List<ReadRange> known,
      LongPredicate isIncoming,
      Wish... wishes) {
    ReadChange change = ReadChange.of(bob, lastSeq, List.of(wishes), known);
    List<Waiting> waiting = new ArrayList<>();
    for (SeqRange part : change.parts()) {
      List<Long> seqs = new ArrayList<>();
      for (long seq = part.from(); seq <= part.upTo(); seq++) {
        if (isIncoming.test(seq)) {
          seqs.add(seq);
        }
      }
      waiting.add(
          seqs.isEmpty()
              ? new Waiting(0, 0, null)
              : new Waiting(seqs.size(), seqs.getFirst(), message(seqs.getLast())));
    }
    return change.decide(waiting);
  }

  private static MessageRef message(long seq) {
    return new MessageRef(new UUID(1, seq), seq, ALICE);
  }

  @Test
  void reading_everything_is_one_range_and_one_event_however_much_it_is() {
    Decided all =
        decided(bob(5_000, 0, 0), 5_000, List.of(), ALL_INCOMING, new Wish.UpTo(Integer.MAX_VALUE));
    assertEquals(List.of(range(1, 5_000)), all.ranges());
    assertEquals(5_000, all.fewerUnread());
    assertEquals(5_000, all.readSeq());
    assertEquals(List.of(new Told(1, message(5_000), true)), all.told());
  }

  @Test
  void what_was_read_alone_before_keeps_its_time() {
    Decided rest =
        decided(bob(8, 0, 0), 10, known(range(3, 3), range(7, 7)), ALL_INCOMING, new Wish.UpTo(10));
    assertEquals(List.of(range(1, 2), range(4, 6), range(8, 10)), rest.ranges());
    assertEquals(8, rest.fewerUnread());
    assertEquals(List.of(new Told(1, message(10), true)), rest.told());
  }

  @Test
  void reading_up_to_a_number_leaves_the_rest() {
    Decided some = decided(bob(4, 0, 0), 4, List.of(), ALL_INCOMING, new Wish.UpTo(3));
    assertEquals(List.of(range(1, 3)), some.ranges());
    assertEquals(3, some.readSeq());
    assertEquals(List.of(new Told(1, message(3), false)), some.told());
  }

  @Test
  void up_to_a_number_behind_which_only_own_messages_come_is_all_of_it() {
    Decided all = decided(bob(2, 0, 0), 5, List.of(), seq -> seq <= 2, new Wish.UpTo(2));
    assertEquals(5, all.readSeq());
    assertTrue(all.told().getFirst().isWhole());
  }

  @Test
  void one_message_out_of_order_moves_no_position() {
    Decided one = decided(bob(5, 0, 0), 5, List.of(), ALL_INCOMING, new Wish.One(3));
    assertEquals(List.of(range(3, 3)), one.ranges());
    assertEquals(0, one.readSeq());
    assertEquals(List.of(new Told(3, message(3), false)), one.told());
  }

  @Test
  void the_next_message_moves_the_position() {
    assertEquals(4, decided(bob(5, 3, 0), 8, List.of(), ALL_INCOMING, new Wish.One(4)).readSeq());
  }

  @Test
  void reading_the_only_message_alone_is_told_as_one_message() {
    Decided only = decided(bob(1, 0, 0), 1, List.of(), ALL_INCOMING, new Wish.One(1));
    assertEquals(List.of(new Told(1, message(1), false)), only.told());
    assertEquals(1, only.readSeq());
  }

  @Test
  void a_page_that_leaves_nothing_is_told_as_the_whole_from_the_last_deletion_on() {
    Decided page = decided(bob(3, 4, 4), 7, List.of(), ALL_INCOMING, new Wish.Page(range(5, 7)));
    assertEquals(List.of(new Told(5, message(7), true)), page.told());
  }

  @Test
  void reading_again_changes_nothing() {
    Decided again = decided(bob(1, 0, 0), 3, known(range(2, 2)), ALL_INCOMING, new Wish.One(2));
    assertEquals(new Decided(List.of(), 0, 0, List.of()), again);
  }

  @Test
  void what_was_deleted_with_the_conversation_is_never_read() {
    Decided none = decided(bob(1, 0, 5), 6, List.of(), ALL_INCOMING, new Wish.One(4));
    assertEquals(List.of(), none.ranges());
    Decided rest = decided(bob(1, 0, 5), 6, List.of(), ALL_INCOMING, new Wish.UpTo(9));
    assertEquals(List.of(range(6, 6)), rest.ranges());
  }

  @Test
  void a_message_that_was_deleted_unread_is_left_out() {
    List<ReadRange> deleted = List.of(new ReadRange(range(2, 2), null));
    Decided rest = decided(bob(2, 0, 0), 3, deleted, seq -> seq != 2, new Wish.UpTo(3));
    assertEquals(List.of(range(1, 1), range(3, 3)), rest.ranges());
    assertEquals(2, rest.fewerUnread());
  }

  @Test
  void single_readings_side_by_side_become_one_range_and_one_event() {
    Decided both =
        decided(bob(9, 0, 0), 9, List.of(), ALL_INCOMING, new Wish.One(6), new Wish.One(5));
    assertEquals(List.of(range(5, 6)), both.ranges());
    assertEquals(List.of(new Told(5, message(6), false)), both.told());
  }

  @Test
  void single_readings_apart_are_told_apart() {
    Decided two =
        decided(bob(9, 0, 0), 9, List.of(), ALL_INCOMING, new Wish.One(2), new Wish.One(8));
    assertEquals(
        List.of(new Told(2, message(2), false), new Told(8, message(8), false)), two.told());
  }
}
