package com.mockhu.dm.conversation;

import com.mockhu.dm.conversation.direct.OpenConversation;
import com.mockhu.dm.conversation.inbox.Inbox;
import com.mockhu.dm.conversation.inbox.InboxEntry;
import com.mockhu.dm.feed.log.Badge;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Conversations over REST. */
final class ConversationEndpoints {
  private static final int DEFAULT_PAGE = 20;
  static final int LARGEST_PAGE = 50;
  private static final String CURSOR = "below-";

  private final Database database;
  private final OpenConversation opening;
  private final DeleteConversation deleting;
  private final Conversations conversations;
  private final Inbox inbox;

  ConversationEndpoints(
      Database database,
      OpenConversation opening,
      DeleteConversation deleting,
      Conversations conversations,
      Inbox inbox) {
    this.database = database;
    this.opening = opening;
    this.deleting = deleting;
    this.conversations = conversations;
    this.inbox = inbox;
  }

  /** With the fields of a group, so that each is checked whatever the type is. */
  private record OpenBody(
      String type,
      String recipientId,
      String name,
      String description,
      List<String> memberIds,
      Map<String, String> permissions,
      String history) {}

  private record InboxBody(List<InboxEntry> conversations, Pagination pagination) {}

  private record Pagination(
      int page, int limit, int total, int totalPages, int totalUnread, String nextCursor) {}

  private record UnreadCount(int totalUnread, int unreadConversations) {}

  void addTo(Routes routes, GroupRoutes groups) {
    routes.person(
        "POST",
        "/v1/conversations",
        new RouteLimit.Own(OpenConversation.CONVERSATIONS_PER_MINUTE),
        request -> post(request, groups));
    routes.person("GET", "/v1/conversations", this::list);
    routes.person("GET", "/v1/conversations/unread-count", this::unreadCount);
    routes.person("GET", "/v1/conversations/{conversationId}", this::get);
    routes.person(
        "DELETE", "/v1/conversations/{conversationId}", request -> delete(request, groups));
  }

  private HttpResult post(Request request, GroupRoutes groups) {
    OpenBody body = request.body(OpenBody.class);
    return switch (body.type) {
      case "group" -> groups.create(request);
      case "direct" -> open(request, body);
      case null -> open(request, body);
      default -> throw ApiException.invalid("type must be direct or group.");
    };
  }

  private HttpResult open(Request request, OpenBody body) {
    UUID recipient = Ids.parse(body.recipientId, "recipient_id");
    OpenConversation.Opened opened = opening.open(request.userId(), recipient);
    InboxEntry view = database.read(t -> inbox.one(t, request.userId(), opened.id()));
    return opened.isNew() ? HttpResult.created(view) : HttpResult.ok(view);
  }

  private HttpResult list(Request request) {
    int page = request.queryNumber("page", 1, 1, Integer.MAX_VALUE);
    int limit = request.queryNumber("limit", DEFAULT_PAGE, 1, LARGEST_PAGE);
    boolean isUnreadOnly = request.queryFlag("unread_only", false);
    long below = request.query("cursor").map(ConversationEndpoints::rank).orElse(Long.MAX_VALUE);
    int counted = request.query("cursor").isPresent() ? 1 : page;
    Inbox.Page found = inbox.page(request.userId(), isUnreadOnly, below, counted, limit);
    Badge badge = found.badge();
    int total = isUnreadOnly ? badge.unreadConversations() : badge.conversations();
    String next = found.nextRank() == null ? null : CURSOR + found.nextRank();
    return HttpResult.ok(
        new InboxBody(
            found.conversations(),
            new Pagination(
                page, limit, total, Math.ceilDiv(total, limit), badge.unreadMessages(), next)));
  }

  private static long rank(String cursor) {
    if (!cursor.matches(CURSOR + "[0-9]{1,18}")) {
      throw new ApiException(
          ErrorCode.INVALID_CURSOR, "cursor is invalid; start again without one.");
    }
    return Long.parseLong(cursor.substring(CURSOR.length()));
  }

  private HttpResult unreadCount(Request request) {
    Badge badge = inbox.badge(request.userId());
    return HttpResult.ok(new UnreadCount(badge.unreadMessages(), badge.unreadConversations()));
  }

  private HttpResult get(Request request) {
    UUID id = request.pathId("conversationId");
    return database.read(
        transaction -> {
          conversations.open(transaction, id, request.userId());
          return HttpResult.ok(inbox.one(transaction, request.userId(), id));
        });
  }

  private HttpResult delete(Request request, GroupRoutes groups) {
    UUID id = request.pathId("conversationId");
    switch (request.query("for").orElse("me")) {
      case "me" -> deleting.delete(id, request.userId());
      case "everyone" -> groups.deleteForEveryone(id, request.userId());
      default -> throw ApiException.invalid("for must be me or everyone.");
    }
    return HttpResult.done("Conversation deleted successfully");
  }
}
