package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Someone who uses the server. Verbs check that they succeed; {@code tries…} verbs don't. */
public final class Person {
  private final Campus campus;
  private final UUID id;
  private final String username;
  private final String token;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  Person(Campus campus, UUID id, String username, String token) {
    this.campus = campus;
    this.id = id;
    this.username = username;
    this.token = token;
  }

  public String id() {
    return id.toString();
  }

  public UUID uuid() {
    return id;
  }

  public String username() {
    return username;
  }

  public String token() {
    return token;
  }

  public Campus campus() {
    return campus;
  }

  public Answer gets(String path) {
    return calls("GET", path, null);
  }

  public Answer posts(String path) {
    return calls("POST", path, null);
  }

  public Answer posts(String path, Object body) {
    return calls("POST", path, body);
  }

  /** The text as it is, well-formed or not, as JSON. */
  public Answer postsText(String path, String body) {
    return postsRaw(path, Map.of(), BodyPublishers.ofString(body));
  }

  /** The body as it is, as JSON unless {@code more} headers say otherwise. */
  public Answer postsRaw(String path, Map<String, String> more, BodyPublisher body) {
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.putAll(more);
    headers.put("Authorization", "Bearer " + token);
    return campus.http().raw("POST", path, headers, body);
  }

  public Answer deletes(String path) {
    return calls("DELETE", path, null);
  }

  public Answer calls(String method, String path, Object body) {
    return campus.http().send(method, path, token, body);
  }

  public Answer triesToUpload(Form form) {
    return postsRaw("/v1/messages/upload", Map.of("Content-Type", form.contentType()), form.body());
  }

  /** The attachments, as the server tells them. */
  public JsonNode uploads(Form form) {
    return triesToUpload(form).isOk().path("attachments");
  }

  public HttpResponse<byte[]> downloads(String path) {
    return downloads(path, Map.of());
  }

  public HttpResponse<byte[]> downloads(String path, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + token);
    return campus.http().download("GET", path, headers);
  }

  /** The same person on another server over the same database. */
  public Person at(Campus other) {
    return new Person(other, id, username, token);
  }

  public Draft<Message> sends(String content) {
    return new Draft<>(this, content, answer -> new Message(answer.isCreated()));
  }

  public Draft<Answer> triesToSend(String content) {
    return new Draft<>(this, content, answer -> answer);
  }

  public Conversation opensConversationWith(Person other) {
    return new Conversation(triesToOpenConversationWith(other).data());
  }

  public Answer triesToOpenConversationWith(Person other) {
    return posts("/v1/conversations", Map.of("recipient_id", other.id()));
  }

  public Inbox inbox() {
    return inbox("");
  }

  /** {@code query} as it stands in the address, such as {@code limit=2}. */
  public Inbox inbox(String query) {
    return new Inbox(gets("/v1/conversations?" + query).isOk());
  }

  public History history(String conversation, String query) {
    return new History(triesToReadHistory(conversation, query).isOk());
  }

  public Answer triesToReadHistory(String conversation, String query) {
    return gets("/v1/conversations/" + conversation + "/messages?" + query);
  }

  /** Looks without marking anything read. */
  public History peeksAt(String conversation) {
    return history(conversation, "mark_read=false&limit=100");
  }

  /** All messages, the oldest first, without marking anything read. */
  public List<Message> wholeHistory(String conversation) {
    List<Message> all = new ArrayList<>();
    String from = "";
    while (from != null) {
      History page = history(conversation, "mark_read=false&limit=100" + from);
      all.addAll(page.messages());
      from = page.nextCursor() == null ? null : "&before_id=" + page.nextCursor();
    }
    return all.reversed();
  }

  public History historyWith(Person other) {
    return peeksAt(inbox().with(other).id());
  }

  public void reads(Message message) {
    triesToRead(message).isOk();
  }

  public Answer triesToRead(Message message) {
    return posts("/v1/messages/" + message.id() + "/read");
  }

  public void readsAllOf(String conversation) {
    posts("/v1/conversations/" + conversation + "/read").isOk();
  }

  public void readsUpTo(long seq, String conversation) {
    posts("/v1/conversations/" + conversation + "/read?up_to_seq=" + seq).isOk();
  }

  public void deletesForMe(Message message) {
    deletes("/v1/messages/" + message.id()).isOk();
  }

  public void deletesForEveryone(Message message) {
    deletes("/v1/messages/" + message.id() + "?for=everyone").isOk();
  }

  public void deletesConversation(String conversation) {
    deletes("/v1/conversations/" + conversation).isOk();
  }

  public void blocks(Person other) {
    posts("/v1/users/" + other.id() + "/block").isOk();
  }

  public void unblocks(Person other) {
    deletes("/v1/users/" + other.id() + "/block").isOk();
  }

  public void follows(Person other) {
    posts("/v1/users/" + other.id() + "/follow").isOk();
  }

  public void sets(String setting, Object value) {
    calls("PATCH", "/v1/users/me/settings", Map.of(setting, value)).isOk();
  }

  public JsonNode canMessage(Person other) {
    return gets("/v1/users/" + other.id() + "/can-message").isOk();
  }

  /** {@code cursor}: null for a fresh start. */
  public SyncPage syncs(String cursor) {
    String query = cursor == null ? "" : "?cursor=" + cursor;
    return new SyncPage(gets("/v1/sync" + query).isOk());
  }

  /** Connects and waits for the greeting. */
  public Socket connects() {
    return connects(Dial.withHeader(token));
  }

  public Socket connects(Dial dial) {
    Socket socket = dials(dial);
    socket.awaits("hello");
    return socket;
  }

  /** As {@link #connects(Dial)}, without waiting for the greeting. */
  public Socket dials(Dial dial) {
    Socket socket = dial.to(this);
    sockets.add(socket);
    return socket;
  }

  public void hangsUp() {
    sockets.forEach(Socket::close);
    sockets.clear();
  }

  /** The name as tests that compare people print it. */
  @Override
  public String toString() {
    return Objects.requireNonNull(username);
  }
}
