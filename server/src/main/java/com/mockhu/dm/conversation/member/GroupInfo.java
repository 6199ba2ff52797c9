package com.mockhu.dm.conversation.member;

import java.util.UUID;

/**
 * What a group shows of itself.
 *
 * @param description null for none
 * @param avatarUrl null for none
 * @param isHistoryOpen whether people who join see what was written before
 */
public record GroupInfo(
    UUID id, String name, String description, String avatarUrl, boolean isHistoryOpen) {

  /** As clients know it. */
  public String history() {
    return isHistoryOpen ? "all" : "joined";
  }
}
