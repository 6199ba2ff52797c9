package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.people.account.UserView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A group as a member sees it, in inbox, detail and sync alike (behaviour §13).
 *
 * @param participant always null; the other person of a direct conversation stands there
 * @param participants the owner, then the first to join, five at most
 * @param clearedSeq the member sees no message up to this number
 * @param isBlocked always false
 */
public record GroupView(
    UUID id,
    String type,
    Object participant,
    List<MemberView> participants,
    Group group,
    LastMessage lastMessage,
    int unreadCount,
    long clearedSeq,
    boolean isBlocked,
    long lastSeq,
    Instant createdAt,
    Instant updatedAt)
    implements InboxEntry {

  /** A member, as far as an inbox shows one. */
  record MemberView(UUID id, String username, String fullName, String avatarUrl, String role) {}

  /**
   * @param role the viewer's own
   */
  record Group(
      String name,
      String description,
      String avatarUrl,
      UUID ownerId,
      String role,
      int memberCount,
      String history,
      Map<String, String> permissions) {}

  /**
   * @param sender null when their account is gone
   */
  record LastMessage(
      UUID id,
      String content,
      UUID senderId,
      UserView sender,
      String messageType,
      boolean isDeleted,
      Instant createdAt) {}
}
