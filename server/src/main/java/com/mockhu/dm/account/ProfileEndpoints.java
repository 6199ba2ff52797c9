package com.mockhu.dm.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Reply;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;

/** {@code /v1/users/me}. */
final class ProfileEndpoints {
  private static final String AVATAR_URL = "avatar_url";

  private final Accounts accounts;
  private final Profiles profiles;

  ProfileEndpoints(Accounts accounts, Profiles profiles) {
    this.accounts = accounts;
    this.profiles = profiles;
  }

  private record Profile(String fullName) {}

  void addTo(Routes routes) {
    routes.person("GET", "/v1/users/me", request -> Reply.ok(me(request).view()));
    routes.person("PATCH", "/v1/users/me", this::rename);
    routes.person("PUT", "/v1/users/me/avatar", this::setAvatar);
    routes.person("GET", "/v1/users/me/settings", request -> Reply.ok(me(request).preferences()));
    routes.person("PATCH", "/v1/users/me/settings", this::choose);
  }

  private Account me(Request request) {
    return accounts.require(request.userId());
  }

  private Reply rename(Request request) {
    Profile body = request.body(Profile.class);
    if (body.fullName == null) {
      return Reply.ok(me(request).view());
    }
    return Reply.ok(profiles.rename(request.userId(), ProfileRules.fullName(body.fullName)));
  }

  private Reply setAvatar(Request request) {
    // Null takes the avatar away, so a field left out must not be read as null.
    JsonNode url = request.body(JsonNode.class).get(AVATAR_URL);
    if (url == null || !(url.isTextual() || url.isNull())) {
      throw ApiException.invalid("avatar_url must be a text or null.");
    }
    return Reply.ok(profiles.setAvatar(request.userId(), ProfileRules.avatarUrl(url.textValue())));
  }

  private Reply choose(Request request) {
    Profiles.Choice choice = request.body(Profiles.Choice.class);
    return Reply.ok(profiles.choose(request.userId(), choice));
  }
}
