package com.mockhu.dm.chaos.check;

import java.util.List;

/** A message as one reader has it at the end. */
public record Stored(
    String id,
    String conversation,
    long seq,
    String sender,
    String text,
    boolean isDeleted,
    boolean isRead,
    String status,
    String createdAt,
    List<String> files) {

  /** Whether it counts as unread for that person. */
  public boolean isUnreadFor(String person) {
    return !sender.equals(person) && !isRead && !isDeleted;
  }

  /** The fields that must be equal in all views of one person; only the sender sees the status. */
  String toldTo(String person) {
    return id
        + " seq "
        + seq
        + " by "
        + sender
        + " “"
        + text
        + "”"
        + (isDeleted ? " deleted" : "")
        + (isRead ? " read" : "")
        + (sender.equals(person) ? " " + status : "");
  }

  /** The fields that must be equal for both people. */
  String shared() {
    return id + " seq " + seq + " by " + sender + " “" + text + "” " + isDeleted + " " + isRead;
  }
}
