package com.mockhu.dm.account;

import com.mockhu.dm.account.directory.DirectoryReader;
import com.mockhu.dm.account.directory.ListedUser;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.UUID;

/** {@code /v1/admin/users}: reads the directory, and decides who may come in. */
final class AdminEndpoints {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
  private static final int LONGEST_QUERY = 300;
  private static final String USER = "/v1/admin/users/{userId}";

  private final Database database;
  private final DirectoryReader reader;
  private final AccountStates states;
  private final Sessions sessions;

  AdminEndpoints(Database database, AccountStates states, Sessions sessions) {
    this.database = database;
    this.reader = new DirectoryReader(database);
    this.states = states;
    this.sessions = sessions;
  }

  void addTo(Routes routes) {
    routes.service("GET", "/v1/admin/users", this::list);
    routes.service("GET", USER, request -> HttpResult.ok(required(request.pathId("userId"))));
    routes.service("POST", USER + "/disable", this::disable);
    routes.service("POST", USER + "/enable", this::enable);
    routes.service("DELETE", USER + "/sessions", this::endSessions);
  }

  private HttpResult list(Request request) {
    int limit = request.queryNumber("limit", PAGE, 1, LARGEST_PAGE);
    List<String> words =
        request.query("query").filter(q -> !q.isBlank()).map(this::words).orElse(List.of());
    return HttpResult.ok(
        reader.page(words, request.query("cursor").filter(c -> !c.isEmpty()), limit));
  }

  private List<String> words(String query) {
    boolean isGood = query.length() <= LONGEST_QUERY && query.indexOf(0) < 0;
    List<String> words = isGood ? SearchWords.ofQuery(query) : List.of();
    if (words.isEmpty()) {
      throw ApiException.invalid("query must hold a letter or digit, and 300 characters at most.");
    }
    return words;
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

  private HttpResult endSessions(Request request) {
    UUID id = required(request.pathId("userId")).id();
    database.transaction(
        t -> {
          sessions.closeAll(t, id, null);
          return null;
        });
    return HttpResult.done("Sessions ended successfully");
  }
}
