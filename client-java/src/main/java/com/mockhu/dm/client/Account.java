package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Json;
import com.mockhu.dm.client.http.Multipart;
import com.mockhu.dm.client.model.Attachment;
import com.mockhu.dm.client.model.BlockedUser;
import com.mockhu.dm.client.model.Conversation;
import com.mockhu.dm.client.model.History;
import com.mockhu.dm.client.model.Inbox;
import com.mockhu.dm.client.model.Message;
import com.mockhu.dm.client.model.Permission;
import com.mockhu.dm.client.model.Settings;
import com.mockhu.dm.client.model.SyncPage;
import com.mockhu.dm.client.model.UnreadCount;
import com.mockhu.dm.client.model.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The operations of a signed-in person. Each call returns when the server has replied.
 *
 * <p>Every method throws {@link DmException} when the server refuses or cannot be reached.
 */
public final class Account {
  private static final Duration UPLOAD = Duration.ofMinutes(10);

  /** The maximum wait of a sync, plus a reserve for the network. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private final Caller caller;

  Account(Caller caller) {
    this.caller = caller;
  }

  /** For calls that this class does not have. */
  public Caller caller() {
    return caller;
  }

  public User me() {
    return Json.as(caller.insist(Call.get("/v1/users/me")), User.class);
  }

  public User rename(String fullName) {
    Call call = Call.of("PATCH", "/v1/users/me").json(Map.of("full_name", fullName));
    return Json.as(caller.insist(call), User.class);
  }

  public User setAvatar(LocalFile picture) {
    Multipart form = new Multipart().file("avatar", picture.name(), picture.content());
    Call call = Call.of("PUT", "/v1/users/me/avatar").form(form).waiting(UPLOAD);
    return Json.as(caller.ask(call), User.class);
  }

  /** Ends all other sessions of the account. For servers with built-in sign-in. */
  public void changePassword(String current, String next) {
    Map<String, String> fields = Map.of("current_password", current, "new_password", next);
    caller.ask(Call.of("PUT", "/v1/users/me/password").json(fields));
  }

  public Settings settings() {
    return Json.as(caller.insist(Call.get("/v1/users/me/settings")), Settings.class);
  }

  /** Changes the settings that are named, as in {@code read_receipts}. */
  public Settings changeSettings(Map<String, ?> changes) {
    Call call = Call.of("PATCH", "/v1/users/me/settings").json(changes);
    return Json.as(caller.insist(call), Settings.class);
  }

  public List<User> findPeople(String query) {
    JsonNode found = caller.insist(Call.get("/v1/users?query=" + Call.encoded(query)));
    return Json.list(found.path("users"), User.class);
  }

  public User person(UUID id) {
    return Json.as(caller.insist(Call.get(path(id))), User.class);
  }

  public void follow(UUID id) {
    caller.insist(Call.post(path(id) + "/follow"));
  }

  public void unfollow(UUID id) {
    caller.insist(Call.delete(path(id) + "/follow"));
  }

  public void block(UUID id) {
    caller.insist(Call.post(path(id) + "/block"));
  }

  public void unblock(UUID id) {
    caller.insist(Call.delete(path(id) + "/block"));
  }

  public List<BlockedUser> blocked() {
    JsonNode found = caller.insist(Call.get("/v1/users/blocked"));
    return Json.list(found.path("blocked_users"), BlockedUser.class);
  }

  public Permission canMessage(UUID id) {
    return Json.as(caller.insist(Call.get(path(id) + "/can-message")), Permission.class);
  }

  /** Opens the conversation with a person and creates it if needed. */
  public Conversation open(UUID recipientId) {
    Call call = Call.post("/v1/conversations").json(Map.of("recipient_id", recipientId));
    return Json.as(caller.insist(call), Conversation.class);
  }

  /** {@code cursor}: {@code nextCursor} of the page before; null for the first. */
  public Inbox inbox(int limit, String cursor) {
    String more = cursor == null ? "" : "&cursor=" + Call.encoded(cursor);
    Call call = Call.get("/v1/conversations?limit=" + limit + more);
    return Json.as(caller.insist(call), Inbox.class);
  }

  public Conversation conversation(UUID id) {
    return Json.as(caller.insist(Call.get(conversationPath(id))), Conversation.class);
  }

  /**
   * Removes the conversation from the own inbox and hides its existing messages from this account
   * only.
   */
  public void deleteConversation(UUID id) {
    caller.insist(Call.delete(conversationPath(id)));
  }

  public UnreadCount unreadCount() {
    return Json.as(caller.insist(Call.get("/v1/conversations/unread-count")), UnreadCount.class);
  }

  /**
   * Returns the newest messages, newest first. The server marks the returned messages read.
   *
   * @param beforeId {@code nextCursor} of the page before; null for the newest
   */
  public History read(UUID conversationId, int limit, UUID beforeId) {
    return history(conversationId, limit, beforeId, "");
  }

  /** Like {@link #read}, without marking messages read. */
  public History peek(UUID conversationId, int limit, UUID beforeId) {
    return history(conversationId, limit, beforeId, "&mark_read=false");
  }

  private History history(UUID conversationId, int limit, UUID beforeId, String more) {
    String before = beforeId == null ? "" : "&before_id=" + beforeId;
    String target = conversationPath(conversationId) + "/messages?limit=" + limit + before + more;
    return Json.as(caller.insist(Call.get(target)), History.class);
  }

  /**
   * Returns when the message is on the server's disk. Repeats the request while its outcome is
   * unknown; the message's key prevents a second message.
   */
  public Message send(NewMessage message) {
    String path =
        message.conversationId() == null
            ? "/v1/messages"
            : conversationPath(message.conversationId()) + "/messages";
    Call call = Call.post(path).json(message.fields());
    return Json.as(caller.insist(call), Message.class);
  }

  public void markRead(UUID conversationId) {
    caller.insist(Call.post(conversationPath(conversationId) + "/read"));
  }

  /** Marks the messages up to this number read, so that later ones stay unread. */
  public void markReadUpTo(UUID conversationId, long seq) {
    caller.insist(Call.post(conversationPath(conversationId) + "/read?up_to_seq=" + seq));
  }

  public void markMessageRead(UUID messageId) {
    caller.insist(Call.post("/v1/messages/" + messageId + "/read"));
  }

  public void deleteForMe(UUID messageId) {
    caller.insist(Call.delete("/v1/messages/" + messageId));
  }

  public void deleteForEveryone(UUID messageId) {
    caller.insist(Call.delete("/v1/messages/" + messageId + "?for=everyone"));
  }

  /** All of them or none; {@code type} is {@code image} or {@code file}. */
  public List<Attachment> upload(String type, List<LocalFile> files) {
    Multipart form = new Multipart().field("type", type);
    files.forEach(file -> form.file("files", file.name(), file.content()));
    Call call = Call.post("/v1/messages/upload").form(form).waiting(UPLOAD);
    return Json.list(caller.ask(call).path("attachments"), Attachment.class);
  }

  public byte[] download(Attachment attachment) {
    return caller.download(attachment.url());
  }

  /**
   * Returns the changes since the cursor.
   *
   * @param cursor null for a fresh start
   * @param wait how long the server may wait for something to change; whole seconds
   */
  public SyncPage sync(String cursor, Duration wait) {
    String from = cursor == null ? "" : "&cursor=" + Call.encoded(cursor);
    Call call = Call.get("/v1/sync?wait=" + wait.toSeconds() + from).waiting(wait.plus(MARGIN));
    return Json.as(caller.insist(call), SyncPage.class);
  }

  /** Opens a live connection that starts at the current position. */
  public LiveConnection connect(LiveListener listener) {
    return LiveConnection.start(caller, null, listener);
  }

  /** Opens a live connection that starts after the cursor. */
  public LiveConnection connectFrom(String cursor, LiveListener listener) {
    return LiveConnection.start(caller, cursor, listener);
  }

  /** Ends the sign-in on the server; tokens of the host application are the host's to end. */
  public void signOut() {
    if (caller.tokens() instanceof SignedInTokens signedIn) {
      Caller.data(signedIn.end());
    }
  }

  private static String path(UUID person) {
    return "/v1/users/" + person;
  }

  private static String conversationPath(UUID id) {
    return "/v1/conversations/" + id;
  }
}
