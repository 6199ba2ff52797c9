package com.mockhu.dm.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.client.model.Attachment;
import com.mockhu.dm.client.model.Conversation;
import com.mockhu.dm.client.model.Message;
import com.mockhu.dm.client.model.SyncPage;
import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.time.Patience;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JavaClientTest extends SharedServerTest {
  private static final String PASSWORD = "correct horse";

  private DmClient server;

  @BeforeAll
  void findTheServer() {
    server = DmClient.at(URI.create("http://127.0.0.1:" + campus.port()));
  }

  @AfterAll
  void letGo() {
    server.close();
  }

  private Account account(Person person) {
    return server.account(TokenSource.of(person.token()));
  }

  private Directory directory() {
    return server.directory(TokenSource.of(Token.ofService().mint()));
  }

  private Account newcomer(String username) {
    return server.register(username, "Nora", PASSWORD);
  }

  private static String username() {
    return "nora." + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void a_message_arrives_and_is_read_up_to_its_number() {
    Account sender = account(alice);
    Account recipient = account(bob);
    Message first = sender.send(NewMessage.text("one").to(bob.uuid()));
    Message second = sender.send(NewMessage.text("two").in(first.conversationId()));

    recipient.markReadUpTo(first.conversationId(), first.seq());

    assertEquals(1, recipient.unreadCount().totalUnread());
    List<Message> page = sender.peek(first.conversationId(), 10, null).messages();
    assertEquals(List.of(second.id(), first.id()), page.stream().map(Message::id).toList());
    assertEquals(List.of(false, true), page.stream().map(Message::isRead).toList());
  }

  @Test
  void a_message_sent_again_under_its_key_is_the_same_message() {
    NewMessage hello = NewMessage.text("hello").to(bob.uuid());
    Message first = account(alice).send(hello);
    Message again = account(alice).send(hello);
    assertEquals(first.id(), again.id());
  }

  @Test
  void a_file_is_uploaded_sent_and_downloaded() {
    byte[] content = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    List<Attachment> files =
        account(alice).upload("file", List.of(new LocalFile("table.csv", content)));
    Message message = account(alice).send(NewMessage.files("the table", files).to(bob.uuid()));
    assertArrayEquals(content, account(bob).download(message.attachments().getFirst()));
  }

  @Test
  void sync_tells_of_a_new_name_of_somebody_one_talks_with() {
    account(alice).send(NewMessage.text("hello").to(bob.uuid()));
    SyncPage start = account(alice).sync(null, Duration.ZERO);

    directory().change(bob.uuid(), Map.of("full_name", "Bob Renamed"));

    SyncPage changes = account(alice).sync(start.cursor(), Duration.ofSeconds(10));
    assertEquals(
        List.of("Bob Renamed"), changes.users().stream().map(each -> each.fullName()).toList());
  }

  @Test
  void a_live_connection_receives_messages_in_order() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    LiveListener listener =
        new LiveListener() {
          @Override
          public void newMessage(Message message) {
            heard.add(message.content());
          }
        };
    try (LiveConnection live = account(bob).connect(listener)) {
      Patience.until("bob is live", () -> live.state() == LiveConnection.State.LIVE);
      Conversation conversation = account(alice).open(bob.uuid());
      account(alice).send(NewMessage.text("one").in(conversation.id()));
      account(alice).send(NewMessage.text("two").in(conversation.id()));
      Patience.until("both arrived", () -> List.copyOf(heard).equals(List.of("one", "two")));
    }
  }

  @Test
  void a_refusal_has_the_code_of_the_server() {
    account(bob).block(alice.uuid());
    NewMessage unwanted = NewMessage.text("hello").to(bob.uuid());
    DmException refusal = assertThrows(DmException.class, () -> account(alice).send(unwanted));
    assertEquals(403, refusal.status());
    assertFalse(refusal.code().isEmpty());
  }

  @Test
  void a_changed_password_ends_the_other_sessions() {
    String username = username();
    Account phone = newcomer(username);
    Account laptop = server.signIn(username, PASSWORD);

    laptop.changePassword(PASSWORD, "battery staple");

    assertEquals(username, laptop.me().username());
    assertEquals(401, assertThrows(DmException.class, phone::me).status());
    assertEquals(username, server.signIn(username, "battery staple").me().username());
  }

  @Test
  void the_host_disables_enables_and_signs_out_an_account() {
    String username = username();
    Account nora = newcomer(username);
    UUID id = nora.me().id();

    assertTrue(directory().disable(id).isDisabled());
    assertEquals("account_disabled", assertThrows(DmException.class, nora::me).code());
    assertFalse(directory().enable(id).isDisabled());
    directory().setPassword(id, "battery staple");
    Account again = server.signIn(username, "battery staple");
    directory().endSessions(id);
    assertEquals(401, assertThrows(DmException.class, again::me).status());
  }

  @Test
  void the_host_lists_its_people_page_by_page() {
    String name = "Zita" + UUID.randomUUID().toString().replace("-", "");
    directory().put(UUID.randomUUID(), username(), name + " One", null);
    directory().put(UUID.randomUUID(), username(), name + " Two", null);

    var first = directory().people(name, 1, null);
    var second = directory().people(name, 1, first.pagination().nextCursor());

    assertTrue(first.pagination().hasMore());
    assertFalse(second.pagination().hasMore());
    UUID listed = second.users().getFirst().id();
    assertEquals(second.users().getFirst(), directory().person(listed));
  }
}
