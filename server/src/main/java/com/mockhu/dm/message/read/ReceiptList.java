package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.message.access.MessageAccess;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.access.MessageStatus;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.access.ReceiptFacts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code GET /v1/messages/{id}/receipts}: who has got and read the caller's own message. */
public final class ReceiptList {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 100;
  private static final String CURSOR = "after-";

  private final Database database;
  private final Conversations conversations;
  private final MessageViews views;

  public ReceiptList(Database database, Conversations conversations, MessageViews views) {
    this.database = database;
    this.conversations = conversations;
    this.views = views;
  }

  /**
   * @param deliveredAt not known for what arrived unread: null
   */
  private record Entry(UserView user, String status, Instant deliveredAt, Instant readAt) {}

  private record Pagination(int limit, String nextCursor) {}

  private record Page(
      int total, int delivered, Integer read, List<Entry> receipts, Pagination pagination) {}

  public void addTo(Routes routes) {
    routes.person("GET", "/v1/messages/{messageId}/receipts", this::list);
  }

  private HttpResult list(Request request) {
    int limit = request.queryNumber("limit", DEFAULT_PAGE, 1, LARGEST_PAGE);
    int from = request.query("cursor").map(ReceiptList::offset).orElse(0);
    List<Entry> all = database.read(t -> entries(t, request.pathId("messageId"), request.userId()));
    boolean isShown = views.isReadingShown(List.of(request.userId()));
    List<Entry> shown = all.stream().skip(from).limit(limit).toList();
    int next = from + shown.size();
    return HttpResult.ok(
        new Page(
            all.size(),
            (int) all.stream().filter(each -> !each.status.equals("sent")).count(),
            isShown ? (int) all.stream().filter(each -> each.readAt != null).count() : null,
            shown,
            new Pagination(limit, next < all.size() ? CURSOR + next : null)));
  }

  private static int offset(String cursor) {
    if (!cursor.startsWith(CURSOR)
        || cursor.length() > CURSOR.length() + 6
        || !cursor.substring(CURSOR.length()).chars().allMatch(c -> c >= '0' && c <= '9')
        || cursor.length() == CURSOR.length()) {
      throw new ApiException(
          ErrorCode.INVALID_CURSOR, "cursor is invalid; start again without one.");
    }
    return Integer.parseInt(cursor.substring(CURSOR.length()));
  }

  private List<Entry> entries(Transaction transaction, UUID messageId, UUID viewer)
      throws SQLException {
    MessageRow row =
        MessageSql.find(transaction, messageId)
            .orElseThrow(() -> ApiException.notFound("Message not found"));
    Conversation conversation = conversations.open(transaction, row.conversationId(), viewer);
    if (!row.senderId().equals(viewer)) {
      throw new ApiException(
          ErrorCode.FORBIDDEN, "Only the sender can see who has read a message.");
    }
    if (!MessageAccess.maySee(conversation, viewer, row) || row.isDeleted()) {
      throw ApiException.notFound("Message not found");
    }
    ReceiptRanges ranges =
        MessageReceipts.ofSenders(
            transaction, Map.of(conversation.id(), conversation), List.of(row));
    ReceiptFacts facts =
        views.facts(transaction, viewer, List.of(conversation), List.of(row), ranges);
    List<Entry> entries = new ArrayList<>();
    for (Participant each : conversation.others(viewer)) {
      if (each.joinedSeq() < row.seq()) {
        MessageStatus status = views.asSeenBySender(conversation, each, row.ref(), facts);
        views
            .user(each.userId())
            .ifPresent(
                user ->
                    entries.add(new Entry(user, status.word(), status.readAt(), status.readAt())));
      }
    }
    entries.sort(
        Comparator.comparing(Entry::readAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(each -> each.status.equals("sent"))
            .thenComparing(each -> each.user.id()));
    return entries;
  }
}
