package com.mockhu.dm.message.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationKind;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.support.database.TestCluster;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rule on who may see which message, and the same in SQL. */
class MessageAccessTest {
  private static final UUID CONVERSATION = UUID.randomUUID();
  private static final UUID ALICE = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();

  private static Participant person(UUID id, long clearedSeq, boolean isBlocked) {
    return new Participant(id, 0, 0, 0, 0, clearedSeq, false, isBlocked);
  }

  private static Conversation conversation(Participant... people) {
    return new Conversation(
        CONVERSATION, ConversationKind.DIRECT, 4, Instant.EPOCH, null, List.of(people));
  }

  private static MessageRow message(long seq, UUID sender, boolean isHidden, boolean isDeleted) {
    return new MessageRow(
        new UUID(9, seq),
        CONVERSATION,
        seq,
        sender,
        "text",
        isDeleted ? null : "hello",
        List.of(),
        null,
        isHidden,
        isDeleted ? Instant.EPOCH : null,
        Instant.EPOCH);
  }

  /** One of every sort: old, hidden by its sender, deleted for everyone, plain, of both people. */
  private static List<MessageRow> all() {
    return List.of(
        message(1, ALICE, false, false),
        message(2, BOB, true, false),
        message(3, ALICE, true, false),
        message(4, BOB, false, true),
        message(5, ALICE, false, true),
        message(6, BOB, true, true),
        message(7, ALICE, false, false));
  }

  @Test
  void the_rule_in_java_and_the_rule_in_sql_are_one() {
    Database database = new Database(TestCluster.dataSource(TestCluster.createDatabase()));
    database.transaction(
        t -> {
          for (MessageRow row : all()) {
            t.update(
                """
                INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                                      is_hidden, deleted_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.id(),
                row.conversationId(),
                row.seq(),
                row.senderId(),
                row.type(),
                row.content(),
                row.isHidden(),
                row.deletedAt(),
                row.createdAt());
          }
          return null;
        });
    for (UUID viewer : List.of(ALICE, BOB)) {
      for (long cleared = 0; cleared <= 7; cleared++) {
        Participant participant = person(viewer, cleared, false);
        HistoryQuery query = new HistoryQuery(participant, CONVERSATION, 50);
        Set<Long> expected =
            all().stream()
                .filter(row -> MessageAccess.isVisible(participant, row))
                .map(MessageRow::seq)
                .collect(Collectors.toSet());
        assertEquals(
            expected, seqs(database.read(t -> MessageSql.before(t, query, Long.MAX_VALUE, 0))));
        assertEquals(expected, seqs(database.read(t -> MessageSql.after(t, query, 0))));
      }
    }
  }

  private static Set<Long> seqs(List<MessageRow> rows) {
    return rows.stream().map(MessageRow::seq).collect(Collectors.toSet());
  }

  @Test
  void across_a_block_nothing_may_be_seen_or_heard_of() {
    Conversation blocked = conversation(person(ALICE, 0, false), person(BOB, 0, true));
    MessageRow row = message(7, ALICE, false, false);
    assertEquals(false, MessageAccess.maySee(blocked, BOB, row));
    assertEquals(false, MessageAccess.mayHearOf(blocked, BOB, row.seq()));
    assertEquals(true, MessageAccess.maySee(blocked, ALICE, row));
  }

  @Test
  void what_one_has_hidden_one_may_hear_of_but_not_see() {
    Conversation open = conversation(person(ALICE, 0, false), person(BOB, 0, false));
    MessageRow row = message(3, ALICE, true, false);
    assertEquals(false, MessageAccess.maySee(open, ALICE, row));
    assertEquals(true, MessageAccess.mayHearOf(open, ALICE, row.seq()));
    assertEquals(true, MessageAccess.maySee(open, BOB, row));
  }

  @Test
  void a_stranger_may_neither_see_nor_hear_of_it() {
    Conversation open = conversation(person(ALICE, 0, false), person(BOB, 0, false));
    assertEquals(
        false, MessageAccess.maySee(open, UUID.randomUUID(), message(7, ALICE, false, false)));
    assertEquals(false, MessageAccess.mayHearOf(open, UUID.randomUUID(), 7));
  }
}
