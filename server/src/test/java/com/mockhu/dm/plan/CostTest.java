package com.mockhu.dm.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Group;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Statements and rows of the operations that there are most of; see docs/benchmarks.md. */
@TestInstance(Lifecycle.PER_CLASS)
class CostTest {
  /** Until caches know the people, and each statement is prepared. */
  private static final int WARM = 4;

  private final String url = TestCluster.createDatabase();
  private final PlanLog log = new PlanLog(url);
  private final Crowd crowd = new Crowd(url);
  private Campus campus;

  @BeforeAll
  void open() {
    campus = Campus.on(url, Map.of("DM_DATABASE_CONNECTIONS", "4"));
  }

  @AfterAll
  void close() {
    campus.close();
  }

  private Person[] people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> campus.welcomes("person" + i))
        .toArray(Person[]::new);
  }

  /** The last of a few sends. */
  private Cost sending(Person sender, String conversation) {
    for (int i = 0; i < WARM; i++) {
      sender.sends("warm").in(conversation);
    }
    Socket socket = sender.connects();
    socket.fence();
    Cost cost =
        Cost.of(log.allDuring(() -> socket.awaitsAnswerTo(socket.sends("measured", conversation))));
    sender.hangsUp();
    return cost;
  }

  private static Map<String, Long> rows(Object... pairs) {
    Map<String, Long> rows = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      rows.put((String) pairs[i], ((Integer) pairs[i + 1]).longValue());
    }
    return rows;
  }

  @Test
  void a_direct_send_is_seven_statements_and_seven_rows() {
    Person[] two = people(2);
    Cost cost = sending(two[0], two[0].opensConversationWith(two[1]).id());
    assertEquals(
        rows(
            "insert messages", 1,
            "insert account_events", 2,
            "update account_heads", 2,
            "update conversations", 1,
            "update participants", 1),
        cost.rows());
    assertEquals(7, cost.statements());
  }

  @Test
  void a_direct_send_of_a_file_is_three_statements_more() {
    Person[] two = people(2);
    String conversation = two[0].opensConversationWith(two[1]).id();
    Socket socket = two[0].connects();
    for (int i = 0; i < WARM; i++) {
      sendsFile(socket, conversation, uploads(two[0]));
    }
    String upload = uploads(two[0]);
    Cost cost = Cost.of(log.allDuring(() -> sendsFile(socket, conversation, upload)));
    assertEquals(
        rows(
            "insert messages", 1,
            "insert account_events", 2,
            "update account_heads", 2,
            "update conversations", 1,
            "update participants", 1,
            "insert sent_files", 1,
            "delete uploads", 1),
        cost.rows());
    assertEquals(10, cost.statements());
  }

  private static String uploads(Person person) {
    Form form = Form.files().file("a.txt", Papers.text("a"));
    return person.uploads(form).path(0).path("id").asText();
  }

  private static void sendsFile(Socket socket, String conversation, String upload) {
    Map<String, Object> frame =
        Map.of(
            "conversation_id",
            conversation,
            "message_type",
            "file",
            "attachments",
            List.of(Map.of("id", upload)));
    socket.awaitsAnswerTo(socket.says("message", frame));
  }

  @Test
  void a_send_to_three_members_is_one_statement_more() {
    Person[] three = people(3);
    Cost cost = sending(three[0], Group.of(campus, three).id());
    assertEquals(
        rows(
            "insert messages", 1,
            "insert account_events", 3,
            "update account_heads", 3,
            "update conversations", 1,
            "update participants", 2),
        cost.rows());
    assertEquals(8, cost.statements());
  }

  @Test
  void a_send_to_fifty_members_is_no_statement_more_than_to_three() {
    Person[] fifty = people(50);
    Cost cost = sending(fifty[0], Group.of(campus, fifty).id());
    assertEquals(
        rows(
            "insert messages", 1,
            "insert account_events", 50,
            "update account_heads", 50,
            "update conversations", 1,
            "update participants", 49),
        cost.rows());
    assertEquals(8, cost.statements());
  }

  @Test
  void reading_five_thousand_messages_writes_six_rows() {
    Person[] two = people(2);
    Conversation conversation = two[0].opensConversationWith(two[1]);
    crowd.floods(conversation, two[0], two[1], 5_000);
    assertEquals(5_000, two[1].inbox().totalUnread());
    Cost cost = Cost.of(log.allDuring(() -> two[1].readsAllOf(conversation.id())));
    assertEquals(
        rows(
            "insert account_events", 2,
            "insert reads", 1,
            "update account_heads", 2,
            "update participants", 1),
        cost.rows());
    assertEquals(8, cost.statements());
    assertEquals(0, two[1].inbox().totalUnread());
    assertEquals(
        0, two[0].peeksAt(conversation.id()).messages().stream().filter(m -> !m.isRead()).count());
  }

  private Cost saying(String type) {
    Person[] two = people(2);
    String conversation = two[0].sends("first").to(two[1]).conversation();
    two[1].readsAllOf(conversation);
    Socket phone = two[1].connects();
    for (int i = 0; i < WARM; i++) {
      Message warm = two[0].sends("warm").in(conversation);
      phone.awaitsAnswerTo(phone.says(type, Map.of("message_id", warm.id())));
    }
    Message measured = two[0].sends("measured").in(conversation);
    return Cost.of(
        log.allDuring(
            () -> phone.awaitsAnswerTo(phone.says(type, Map.of("message_id", measured.id())))));
  }

  @Test
  void reading_one_message_is_nine_statements_and_six_rows() {
    Cost cost = saying("read");
    assertEquals(
        rows(
            "insert account_events", 2,
            "insert reads", 1,
            "update account_heads", 2,
            "update participants", 1),
        cost.rows());
    assertEquals(9, cost.statements());
  }

  @Test
  void a_delivery_is_seven_statements_and_three_rows() {
    Cost cost = saying("delivered");
    assertEquals(
        rows("insert account_events", 1, "update account_heads", 1, "update participants", 1),
        cost.rows());
    assertEquals(7, cost.statements());
  }
}
