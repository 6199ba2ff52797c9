package com.mockhu.dm.client;

import com.mockhu.dm.client.model.Attachment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message to be sent. It carries its key from the beginning, so that the same object sent again,
 * on whatever way, is the same message.
 *
 * @param conversationId where to; null when {@code recipientId} is given
 * @param recipientId whom to; the first message makes the conversation
 * @param content null for files without a caption
 */
public record NewMessage(
    UUID clientMessageId,
    UUID conversationId,
    UUID recipientId,
    String messageType,
    String content,
    List<Attachment> attachments) {

  /** A message to send, addressed with {@code to} or {@code in}. */
  public record Draft(String messageType, String content, List<Attachment> attachments) {
    public NewMessage to(UUID recipientId) {
      return new NewMessage(
          UUID.randomUUID(), null, recipientId, messageType, content, attachments);
    }

    public NewMessage in(UUID conversationId) {
      return new NewMessage(
          UUID.randomUUID(), conversationId, null, messageType, content, attachments);
    }
  }

  public static Draft text(String content) {
    return new Draft("text", content, List.of());
  }

  /** Uploaded images; {@code caption} may be null. */
  public static Draft images(String caption, List<Attachment> images) {
    return new Draft("image", caption, images);
  }

  /** Uploaded files; {@code caption} may be null. */
  public static Draft files(String caption, List<Attachment> files) {
    return new Draft("file", caption, files);
  }

  /** The same content under a key of the program's own, which survives its restart. */
  public NewMessage withKey(UUID key) {
    return new NewMessage(key, conversationId, recipientId, messageType, content, attachments);
  }

  /** The fields of the request and of the frame. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("client_message_id", clientMessageId);
    put(fields, "conversation_id", conversationId);
    put(fields, "recipient_id", recipientId);
    fields.put("message_type", messageType);
    put(fields, "content", content);
    if (!attachments.isEmpty()) {
      fields.put("attachments", attachments.stream().map(each -> Map.of("id", each.id())).toList());
    }
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
