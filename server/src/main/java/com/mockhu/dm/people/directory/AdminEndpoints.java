package com.mockhu.dm.people.directory;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.DisableAccount;
import com.mockhu.dm.people.search.SearchWords;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.UUID;

/** {@code /v1/admin/users}: lists accounts, and disables and enables them. */
public final class AdminEndpoints {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
  private static final String USER = "/v1/admin/users/{userId}";

  private final DirectoryReader reader;
  private final DisableAccount states;

  public AdminEndpoints(Database database, DisableAccount states) {
    this.reader = new DirectoryReader(database);
    this.states = states;
  }

  public void addTo(Routes routes) {
    routes.service("GET", "/v1/admin/users", this::list);
    routes.service("GET", USER, request -> HttpResult.ok(required(request.pathId("userId"))));
    routes.service("POST", USER + "/disable", this::disable);
    routes.service("POST", USER + "/enable", this::enable);
  }

  private HttpResult list(Request request) {
    int limit = request.queryNumber("limit", PAGE, 1, LARGEST_PAGE);
    List<String> words =
        request
            .query("query")
            .filter(q -> !q.isBlank())
            .map(SearchWords::checked)
            .orElse(List.of());
    return HttpResult.ok(
        reader.page(words, request.query("cursor").filter(c -> !c.isEmpty()), limit));
  }

  private ListedUser required(UUID id) {
    return reader.find(id).orElseThrow(Accounts::unknown);
  }

  private HttpResult disable(Request request) {
    UUID id = request.pathId("userId");
    states.disable(id);
    return HttpResult.ok(required(id));
  }

  private HttpResult enable(Request request) {
    UUID id = request.pathId("userId");
    states.enable(id);
    return HttpResult.ok(required(id));
  }
}
