package com.mockhu.dm.identity.session;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.UUID;

/** {@code /v1/admin/users/{userId}/sessions}: the operator signs somebody out everywhere. */
public final class SessionEndpoints {
  private final Database database;
  private final Accounts accounts;
  private final Sessions sessions;

  public SessionEndpoints(Database database, Accounts accounts, Sessions sessions) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  public void addTo(Routes routes) {
    routes.service("DELETE", "/v1/admin/users/{userId}/sessions", this::endAll);
  }

  private HttpResult endAll(Request request) {
    UUID id = request.pathId("userId");
    database.transaction(
        t -> {
          if (accounts.present(t, List.of(id)).isEmpty()) {
            throw Accounts.unknown();
          }
          sessions.closeAll(t, id, null);
          return null;
        });
    return HttpResult.done("Sessions ended successfully");
  }
}
