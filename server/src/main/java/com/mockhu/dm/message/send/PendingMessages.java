package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.message.access.MessageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A conversation as its lock found it, and what a batch adds to it, in order. */
final class PendingMessages {
  private final Conversation before;
  private final List<MessageRow> added = new ArrayList<>();

  PendingMessages(Conversation before) {
    this.before = before;
  }

  Conversation before() {
    return before;
  }

  List<MessageRow> added() {
    return added;
  }

  void add(MessageRow row) {
    added.add(row);
  }

  long nextSeq() {
    return before.lastSeq() + added.size() + 1;
  }

  /** Never before the newest message: the order of times is that of numbers. */
  Instant timeOfNext(Instant now) {
    Instant newest = added.isEmpty() ? before.lastMessageAt() : added.getLast().createdAt();
    return newest != null && newest.isAfter(now) ? newest : now;
  }
}
