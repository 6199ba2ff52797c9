package com.mockhu.dm.chaos.check;

import java.util.List;
import java.util.Map;

/**
 * The final state that the API returns to one person.
 *
 * @param histories every message of each conversation, by its id, oldest first
 * @param fresh the messages that a sync without a cursor gives
 * @param devices what each device holds that began empty and followed the log
 */
public record PersonState(
    Map<String, List<Stored>> histories,
    List<Stored> fresh,
    Map<String, List<Stored>> devices,
    Inbox inbox) {

  /** The numbers and previews, as the inbox and the badge tell them. */
  public record Inbox(
      Map<String, Integer> unread,
      Map<String, String> lastMessages,
      int total,
      int totalUnread,
      int badgeUnread,
      int badgeConversations) {}
}
