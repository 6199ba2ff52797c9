package com.mockhu.dm.chaos.client.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.chaos.check.Stored;
import com.mockhu.dm.chaos.client.rest.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The local copy of a device: starts empty and applies every frame of the log, also repeated ones.
 */
final class View {
  private final Map<String, Stored> messages = new LinkedHashMap<>();
  private final String owner;
  private String cursor;

  View(String owner) {
    this.owner = owner;
  }

  synchronized String cursor() {
    return cursor;
  }

  synchronized List<Stored> messages() {
    return List.copyOf(messages.values());
  }

  synchronized long newestIn(String conversation) {
    return messages.values().stream()
        .filter(each -> each.conversation().equals(conversation))
        .mapToLong(Stored::seq)
        .max()
        .orElse(0);
  }

  /** True when it was new to this device. */
  synchronized boolean message(JsonNode message) {
    Stored stored = Messages.of(message);
    return messages.put(stored.id(), stored) == null;
  }

  synchronized void clear() {
    messages.clear();
  }

  /** After all that came with it was applied, so that a break in between repeats it. */
  synchronized void moveTo(String next) {
    cursor = next;
  }

  /** Applies a frame that carries a change. */
  synchronized void event(String type, JsonNode data) {
    switch (type) {
      // Only the sender receives it, so it always concerns the recipient.
      case "message_status" -> own(data);
      case "message_read" -> upTo(data, data.path("read_by").asText(), "read");
      case "conversation_read" ->
          receipts(
              data.path("conversation_id").asText(),
              null,
              data.path("seq").asLong(),
              data.path("read_by").asText(),
              "read");
      case "message_deleted" ->
          messages.computeIfPresent(
              data.path("message_id").asText(), (id, old) -> Messages.deleted(old));
      default -> {}
    }
  }

  /** Applies a receipt of a sync page. */
  synchronized void receipt(JsonNode receipt) {
    upTo(receipt, receipt.path("user_id").asText(), receipt.path("status").asText());
  }

  private void own(JsonNode data) {
    String id = data.path("message_id").asText();
    long upTo = data.path("up_to_seq").asLong(0);
    messages.replaceAll(
        (key, each) ->
            each.sender().equals(owner)
                    && each.conversation().equals(data.path("conversation_id").asText())
                    && (each.seq() <= upTo || key.equals(id))
                ? advanced(each, data.path("status").asText())
                : each);
  }

  private void upTo(JsonNode data, String reader, String status) {
    receipts(
        data.path("conversation_id").asText(),
        data.path("message_id").asText(),
        data.path("up_to_seq").asLong(0),
        reader,
        status);
  }

  /** All of a conversation up to a number, and the one that is named. */
  private void receipts(String conversation, String id, long upTo, String reader, String status) {
    messages.replaceAll(
        (key, each) ->
            !each.sender().equals(reader)
                    && each.conversation().equals(conversation)
                    && (each.seq() <= upTo || key.equals(id))
                ? advanced(each, status)
                : each);
  }

  /** A status never goes back, and a tombstone cannot be read. */
  private static Stored advanced(Stored message, String status) {
    if (message.isRead() || message.isDeleted() && status.equals("read")) {
      return message;
    }
    return switch (status) {
      case "read" -> Messages.read(message);
      case "delivered" -> Messages.delivered(message);
      default -> message;
    };
  }
}
