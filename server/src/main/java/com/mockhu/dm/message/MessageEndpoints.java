package com.mockhu.dm.message;

import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.message.delete.DeleteMessages;
import com.mockhu.dm.message.history.History;
import com.mockhu.dm.message.read.MarkRead;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.UUID;

/** History, reading and deleting over REST. */
final class MessageEndpoints {
  private static final int DEFAULT_PAGE = 50;
  static final int LARGEST_PAGE = 100;

  private final History history;
  private final MarkRead reading;
  private final DeleteMessages removing;

  MessageEndpoints(History history, MarkRead reading, DeleteMessages removing) {
    this.history = history;
    this.reading = reading;
    this.removing = removing;
  }

  private record HistoryBody(List<MessageView> messages, Pagination pagination) {}

  private record Pagination(int page, int limit, boolean hasMore, UUID nextCursor) {}

  void addTo(Routes routes) {
    routes.person("GET", "/v1/conversations/{conversationId}/messages", this::list);
    routes.person("POST", "/v1/conversations/{conversationId}/read", this::readConversation);
    routes.person("POST", "/v1/messages/{messageId}/read", this::readMessage);
    routes.person("DELETE", "/v1/messages/{messageId}", this::delete);
  }

  private HttpResult list(Request request) {
    History.Asked asked =
        new History.Asked(
            request.userId(),
            request.pathId("conversationId"),
            request.queryId("before_id").orElse(null),
            request.queryId("after_id").orElse(null),
            request.queryNumber("page", 1, 1, Integer.MAX_VALUE),
            request.queryNumber("limit", DEFAULT_PAGE, 1, LARGEST_PAGE),
            request.queryFlag("mark_read", true));
    if (asked.beforeId() != null && asked.afterId() != null) {
      throw ApiException.invalid("before_id and after_id exclude each other.");
    }
    History.Page page = history.page(asked);
    UUID next = page.hasMore() ? page.messages().getLast().id() : null;
    return HttpResult.ok(
        new HistoryBody(
            page.messages(), new Pagination(asked.page(), asked.limit(), page.hasMore(), next)));
  }

  private HttpResult readConversation(Request request) {
    int upTo = request.queryNumber("up_to_seq", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    MarkRead.await(reading.conversation(request.userId(), request.pathId("conversationId"), upTo));
    return HttpResult.done("Conversation marked as read");
  }

  private HttpResult readMessage(Request request) {
    MarkRead.await(reading.message(request.userId(), request.pathId("messageId")));
    return HttpResult.done("Message marked as read");
  }

  private HttpResult delete(Request request) {
    removing.remove(request.userId(), request.pathId("messageId"), isForEveryone(request));
    return HttpResult.done("Message deleted successfully");
  }

  private static boolean isForEveryone(Request request) {
    return switch (request.query("for").orElse("me")) {
      case "me" -> false;
      case "everyone" -> true;
      default -> throw ApiException.invalid("for must be me or everyone.");
    };
  }
}
