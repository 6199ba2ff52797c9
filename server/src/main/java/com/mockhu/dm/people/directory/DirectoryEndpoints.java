package com.mockhu.dm.people.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.DeleteAccount;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.profile.Follows;
import com.mockhu.dm.people.write.Person;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import java.util.UUID;

/**
 * {@code /v1/admin}: the routes by which the routes by which the host application pushes its
 * people.
 */
public final class DirectoryEndpoints {
  private final Directory directory;
  private final DeleteAccount deletion;
  private final Follows follows;
  private final Accounts accounts;

  public DirectoryEndpoints(
      Directory directory, DeleteAccount deletion, Follows follows, Accounts accounts) {
    this.directory = directory;
    this.deletion = deletion;
    this.follows = follows;
    this.accounts = accounts;
  }

  public void addTo(Routes routes) {
    routes.service("PUT", "/v1/admin/users/{userId}", this::put);
    routes.service("PATCH", "/v1/admin/users/{userId}", this::patch);
    routes.service("DELETE", "/v1/admin/users/{userId}", this::delete);
    routes.service("PUT", "/v1/admin/users/{userId}/followers/{followerId}", this::follow);
    routes.service("DELETE", "/v1/admin/users/{userId}/followers/{followerId}", this::unfollow);
    routes.add(
        new Route(
            "POST",
            "/v1/admin/users:batch",
            Access.SERVICE,
            Route.BodyKind.STREAMED,
            request -> HttpResult.ok(new DirectoryBatch(directory).run(request.stream()))));
  }

  private HttpResult put(Request request) {
    DirectoryEntry body = request.body(DirectoryEntry.class);
    Person person = body.person(request.path("userId"), directory.usernames());
    boolean isNew = directory.put(person);
    UserView view = accounts.require(person.id()).view();
    return isNew ? HttpResult.created(view) : HttpResult.ok(view);
  }

  private HttpResult patch(Request request) {
    UUID id = request.pathId("userId");
    // Null removes the avatar, so an absent field must not be read as null.
    boolean hasAvatarUrl = request.body(JsonNode.class).has("avatar_url");
    directory.patch(id, request.body(DirectoryEntry.class), hasAvatarUrl);
    return HttpResult.ok(accounts.require(id).view());
  }

  private HttpResult delete(Request request) {
    deletion.delete(request.pathId("userId"));
    return HttpResult.done("User deleted successfully");
  }

  private HttpResult follow(Request request) {
    follows.follow(request.pathId("followerId"), request.pathId("userId"));
    return HttpResult.done("Follower added successfully");
  }

  private HttpResult unfollow(Request request) {
    follows.unfollow(request.pathId("followerId"), request.pathId("userId"));
    return HttpResult.done("Follower removed successfully");
  }
}
