package com.mockhu.dm.group.invite;

import com.mockhu.dm.people.account.UserView;
import java.time.Instant;
import java.util.UUID;

/** An invitation as its person sees it. */
public record InvitationView(
    UUID conversationId, Group group, UserView invitedBy, Instant invitedAt, Instant expiresAt) {

  record Group(String name, String description, String avatarUrl, int memberCount) {}

  /** One that waits no more. */
  record Gone(UUID conversationId, boolean isDeleted) {}
}
