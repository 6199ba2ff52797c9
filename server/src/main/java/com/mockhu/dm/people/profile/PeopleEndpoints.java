package com.mockhu.dm.people.profile;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.search.PeopleSearch;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The routes that find, show and follow other people. */
public final class PeopleEndpoints {
  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 50;

  private final Accounts accounts;
  private final PeopleSearch search;
  private final Follows follows;
  private final PresenceView presence;

  public PeopleEndpoints(
      Accounts accounts, PeopleSearch search, Follows follows, PresenceView presence) {
    this.accounts = accounts;
    this.search = search;
    this.follows = follows;
    this.presence = presence;
  }

  private record Found(List<UserView> users) {}

  private record PersonView(
      UUID id,
      String username,
      String fullName,
      String avatarUrl,
      boolean isOnline,
      Instant lastSeen) {}

  public void addTo(Routes routes) {
    routes.person("GET", "/v1/users", this::find);
    routes.person("GET", "/v1/users/{userId}", this::show);
    routes.person("POST", "/v1/users/{userId}/follow", this::follow);
    routes.person("DELETE", "/v1/users/{userId}/follow", this::unfollow);
  }

  private HttpResult find(Request request) {
    int limit = request.queryNumber("limit", PAGE, 1, LARGEST_PAGE);
    String query = request.query("query").orElse(null);
    return HttpResult.ok(new Found(search.find(request.userId(), query, limit)));
  }

  private HttpResult show(Request request) {
    UserView user = accounts.require(request.pathId("userId")).view();
    PresenceView.Presence seen =
        presence
            .of(request.userId(), List.of(user.id()))
            .getOrDefault(user.id(), PresenceView.OFFLINE);
    return HttpResult.ok(
        new PersonView(
            user.id(),
            user.username(),
            user.fullName(),
            user.avatarUrl(),
            seen.isOnline(),
            seen.lastSeen()));
  }

  private HttpResult follow(Request request) {
    follows.follow(request.userId(), request.pathId("userId"));
    return HttpResult.done("User followed successfully");
  }

  private HttpResult unfollow(Request request) {
    follows.unfollow(request.userId(), request.pathId("userId"));
    return HttpResult.done("User unfollowed successfully");
  }
}
