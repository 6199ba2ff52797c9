package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The parts of one answer of {@code GET /v1/sync}; the later state of one thing wins. */
public final class SyncPage {
  private final Map<UUID, Object> conversations = new LinkedHashMap<>();
  private final Map<UUID, Object> messages = new LinkedHashMap<>();
  private final List<Object> receipts = new ArrayList<>();
  private final Map<UUID, Object> blocks = new LinkedHashMap<>();
  private final Map<UUID, Object> users = new LinkedHashMap<>();
  private Object settings;

  /** The answer as clients see it. */
  record Answer(
      List<Object> conversations,
      List<Object> messages,
      List<Object> receipts,
      List<Object> blocks,
      List<Object> users,
      Object settings,
      String cursor,
      boolean hasMore,
      boolean reset) {}

  public void conversation(UUID id, Object state) {
    conversations.put(id, state);
  }

  public void message(UUID id, Object state) {
    messages.put(id, state);
  }

  public void receipt(Object receipt) {
    receipts.add(receipt);
  }

  public void block(UUID userId, Object state) {
    blocks.put(userId, state);
  }

  /** Somebody whose name or picture has changed. */
  public void user(UUID userId, Object state) {
    users.put(userId, state);
  }

  public void settings(Object state) {
    settings = state;
  }

  Answer answer(Cursor cursor, boolean hasMore, boolean reset) {
    return new Answer(
        List.copyOf(conversations.values()),
        List.copyOf(messages.values()),
        List.copyOf(receipts),
        List.copyOf(blocks.values()),
        List.copyOf(users.values()),
        settings,
        cursor.text(),
        hasMore,
        reset);
  }
}
