package com.mockhu.dm.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SyncPage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of a client: it starts from a fresh sync and applies the changes that follow. */
final class Snapshot {
  private final Person owner;
  private final Map<String, JsonNode> conversations = new TreeMap<>();
  private final Map<String, ObjectNode> messages = new TreeMap<>();
  private final Set<String> blocked = new TreeSet<>();
  private JsonNode settings;
  private String cursor;

  private Snapshot(Person owner) {
    this.owner = owner;
  }

  static Snapshot fresh(Person owner) {
    Snapshot snapshot = new Snapshot(owner);
    snapshot.catchUp();
    return snapshot;
  }

  /** Applies everything since the cursor. */
  Snapshot catchUp() {
    SyncPage page;
    do {
      page = owner.syncs(cursor);
      if (page.isReset() && cursor != null) {
        throw new AssertionError("A reset out of nothing: " + page);
      }
      apply(page);
    } while (page.hasMore());
    return this;
  }

  Person owner() {
    return owner;
  }

  String cursor() {
    return cursor;
  }

  private void apply(SyncPage page) {
    page.conversations().forEach(this::conversation);
    page.messages().forEach(message -> message(message.json()));
    page.receipts().forEach(this::receipt);
    page.blocks().forEach(this::block);
    settings(page.settings());
    cursor = page.cursor();
  }

  void conversation(JsonNode conversation) {
    String id = conversation.path("id").asText();
    if (conversation.path("is_deleted").asBoolean()) {
      conversations.remove(id);
      messages.values().removeIf(m -> m.path("conversation_id").asText().equals(id));
      return;
    }
    long cleared = conversation.path("cleared_seq").asLong();
    messages
        .values()
        .removeIf(
            m ->
                m.path("conversation_id").asText().equals(id) && m.path("seq").asLong() <= cleared);
    ObjectNode kept = conversation.deepCopy();
    // Presence is not part of the log.
    ((ObjectNode) kept.path("participant")).remove(java.util.List.of("is_online", "last_seen"));
    conversations.put(id, kept);
  }

  boolean knows(String conversation) {
    return conversations.containsKey(conversation);
  }

  void message(JsonNode message) {
    String id = message.path("id").asText();
    if ("me".equals(Json.string(message, "deleted_for"))) {
      messages.remove(id);
    } else {
      messages.put(id, message.deepCopy());
    }
  }

  void hide(String messageId) {
    messages.remove(messageId);
  }

  private void receipt(JsonNode receipt) {
    advance(
        Json.string(receipt, "message_id"),
        receipt.path("conversation_id").asText(),
        receipt.path("user_id").asText(),
        receipt);
  }

  /**
   * A receipt names one message, or all that its reader got in a range of numbers, or both.
   *
   * @param receipt with {@code status}, and perhaps {@code from_seq}, {@code up_to_seq} and {@code
   *     at}
   */
  void advance(String messageId, String conversation, String reader, JsonNode receipt) {
    long from = receipt.path("from_seq").asLong(0);
    long upTo = receipt.path("up_to_seq").asLong(0);
    for (ObjectNode message : messages.values()) {
      boolean isUpTo =
          message.path("conversation_id").asText().equals(conversation)
              && message.path("seq").asLong() >= from
              && message.path("seq").asLong() <= upTo;
      boolean isMeant = isUpTo || message.path("id").asText().equals(messageId);
      if (isMeant && !message.path("sender_id").asText().equals(reader)) {
        advance(message, receipt.path("status").asText(), receipt.path("at"));
      }
    }
  }

  /** A state never goes back, and a message is read once. */
  static void advance(ObjectNode message, String status, JsonNode at) {
    boolean isUnreadable = message.path("is_deleted").asBoolean() && status.equals("read");
    if (message.path("is_read").asBoolean() || isUnreadable) {
      return;
    }
    message.put("status", status);
    if (status.equals("read")) {
      message.put("is_read", true);
      message.set("read_at", at);
    }
  }

  void block(JsonNode block) {
    if (block.path("is_blocked").asBoolean()) {
      blocked.add(block.path("user_id").asText());
    } else {
      blocked.remove(block.path("user_id").asText());
    }
  }

  void settings(JsonNode changed) {
    if (changed.isObject()) {
      settings = changed;
    }
  }

  ObjectNode find(String messageId) {
    return messages.get(messageId);
  }

  /** Everything, a line each, for comparing. */
  List<String> told() {
    return Stream.concat(
            messagesTold().stream(), conversations.values().stream().map(c -> "inbox " + c))
        .toList();
  }

  /** All but the inbox's own numbers and previews. */
  List<String> messagesTold() {
    Stream<String> told = messages.values().stream().map(m -> "message " + comparable(m));
    return Stream.concat(Stream.of("settings " + settings, "blocked " + blocked), told).toList();
  }

  /** The lines that only one of the two has; empty when both tell the same. */
  static String difference(List<String> fresh, List<String> kept) {
    Stream<String> missed = fresh.stream().filter(l -> !kept.contains(l)).map(l -> "should: " + l);
    Stream<String> wrong = kept.stream().filter(l -> !fresh.contains(l)).map(l -> "is:     " + l);
    return Stream.concat(missed, wrong).collect(Collectors.joining("\n"));
  }

  /** Whether an incoming message counts as delivered concerns its sender alone. */
  private ObjectNode comparable(ObjectNode message) {
    ObjectNode copy = message.deepCopy();
    if (!message.path("sender_id").asText().equals(owner.id())) {
      copy.remove("status");
    }
    return copy;
  }
}
