package com.mockhu.dm.chaos.standin;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A message as the stand-in keeps it. */
final class StandInMessage {
  final String id = UUID.randomUUID().toString();
  final String conversation;
  final String sender;
  final String text;
  final String createdAt = java.time.Instant.now().toString();
  long seq;
  boolean isRead;
  boolean isDeleted;

  StandInMessage(String conversation, String sender, String text, long seq) {
    this.conversation = conversation;
    this.sender = sender;
    this.text = text;
    this.seq = seq;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new HashMap<>();
    json.put("id", id);
    json.put("conversation_id", conversation);
    json.put("seq", seq);
    json.put("sender_id", sender);
    json.put("content", isDeleted ? null : text);
    json.put("is_deleted", isDeleted);
    json.put("is_read", isRead);
    json.put("status", isRead ? "read" : "sent");
    json.put("created_at", createdAt);
    return json;
  }
}
