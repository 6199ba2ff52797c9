package com.mockhu.dm.conversation.inbox;

import java.util.UUID;

/** A conversation of either kind as its participant sees it (behaviour §3, §13). */
public sealed interface InboxEntry permits ConversationView, GroupView {
  UUID id();
}
