package com.mockhu.dm.app;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Reply;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;

/** {@code GET /health}: whether the server can serve, the database included (behaviour §10). */
final class Health {
  private final Database database;

  Health(Database database) {
    this.database = database;
  }

  private record Status(String status) {}

  void addTo(Routes routes) {
    routes.open("GET", "/health", this::answer);
  }

  private Reply answer(Request request) {
    database.read(transaction -> transaction.exists("SELECT 1"));
    return Reply.bare(200, new Status("ok"));
  }
}
