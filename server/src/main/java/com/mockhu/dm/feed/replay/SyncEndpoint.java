package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.Subscriber;
import com.mockhu.dm.feed.log.Subscribers;
import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Answers {@code GET /v1/sync}; with {@code wait} it holds the request until there are changes. */
public final class SyncEndpoint {
  private static final int LONGEST_WAIT_SECONDS = 60;

  private final Sync sync;
  private final Subscribers subscribers;
  private final AccessCheck access;

  public SyncEndpoint(Sync sync, Subscribers subscribers, AccessCheck access) {
    this.access = access;
    this.sync = sync;
    this.subscribers = subscribers;
  }

  private record Waiter(UUID userId, CountDownLatch news) implements Subscriber {
    @Override
    public Executor offer(long seq, UUID subjectId, Frame live) {
      news.countDown();
      return null;
    }
  }

  public HttpResult answer(Request request) {
    int seconds = request.queryNumber("wait", 0, 0, LONGEST_WAIT_SECONDS);
    Optional<String> cursor = request.query("cursor").filter(text -> !text.isEmpty());
    SyncPage.Answer answer =
        seconds == 0
            ? sync.page(request.userId(), cursor)
            : awaited(request.caller(), cursor, seconds);
    return HttpResult.ok(answer.body());
  }

  /** The token was valid when the wait began, up to 60 seconds ago. */
  private void requireAccess(Caller caller) {
    if (!access.ended(List.of(caller)).isEmpty()) {
      throw ApiException.unauthorized("The account or the session has ended; sign in again.");
    }
  }

  private SyncPage.Answer awaited(Caller caller, Optional<String> cursor, int seconds) {
    UUID userId = caller.userId();
    Waiter waiter = new Waiter(userId, new CountDownLatch(1));
    // Subscribed before the first read: an event in between is not missed.
    subscribers.add(waiter);
    try {
      SyncPage.Answer first = sync.page(userId, cursor);
      boolean isNews =
          cursor.isEmpty() || first.isReset() || !first.cursor().text().equals(cursor.get());
      if (isNews || !waiter.news.await(seconds, TimeUnit.SECONDS)) {
        return first;
      }
      requireAccess(caller);
      return sync.page(userId, cursor);
    } catch (InterruptedException e) {
      // Only a stop of the server interrupts requests.
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 1);
    } finally {
      subscribers.remove(waiter);
    }
  }
}
