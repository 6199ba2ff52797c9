package com.mockhu.dm.app;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Reply;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;

/** {@code GET /health}: whether the server can serve, the database included (behaviour §10). */
final class Health {
  private final Database database;
  private volatile boolean isStopping;

  Health(Database database) {
    this.database = database;
  }

  private record Status(String status) {}

  void addTo(Routes routes) {
    routes.open("GET", "/health", this::answer);
  }

  /** From now on whoever spreads requests over servers should leave this one out. */
  void stop() {
    isStopping = true;
  }

  private Reply answer(Request request) {
    if (isStopping) {
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 5);
    }
    database.read(transaction -> transaction.exists("SELECT 1"));
    return Reply.bare(200, new Status("ok"));
  }
}
