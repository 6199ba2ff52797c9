package com.mockhu.dm.people.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.name.AvatarUrlRules;
import com.mockhu.dm.people.name.FullNameRules;
import com.mockhu.dm.people.name.ProfileOwner;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;

/** {@code /v1/users/me}: the own profile and settings. */
public final class ProfileEndpoints {
  public static final Reason PROFILE_ELSEWHERE = new Reason("profile_elsewhere");

  public static final RateLimit PROFILE_CHANGES_PER_MINUTE =
      new RateLimit("profile_changes_per_minute", 20);

  private static final String AVATAR_URL = "avatar_url";
  private static final String FORM = "multipart/";

  private final Accounts accounts;
  private final Profiles profiles;
  private final AvatarPictures pictures;
  private final ProfileOwner owner;
  private final RateLimits limits;

  public ProfileEndpoints(
      Accounts accounts,
      Profiles profiles,
      AvatarPictures pictures,
      ProfileOwner owner,
      RateLimits limits) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.pictures = pictures;
    this.owner = owner;
    this.limits = limits;
  }

  private record Profile(String fullName) {}

  public void addTo(Routes routes) {
    routes.person("GET", "/v1/users/me", request -> HttpResult.ok(me(request).view()));
    routes.person("PATCH", "/v1/users/me", this::rename);
    routes.add(
        new Route("PUT", "/v1/users/me/avatar", Access.PERSON, Route.BodyKind.STREAMED, this::show)
            .limitedBy(new RouteLimit.Own(pictures.limit())));
    routes.person(
        "GET", "/v1/users/me/settings", request -> HttpResult.ok(me(request).preferences()));
    routes.person("PATCH", "/v1/users/me/settings", this::choose);
  }

  private Account me(Request request) {
    return accounts.require(request.userId());
  }

  private HttpResult rename(Request request) {
    requireOwner();
    Profile body = request.body(Profile.class);
    if (body.fullName == null) {
      return HttpResult.ok(me(request).view());
    }
    String fullName = FullNameRules.check(body.fullName);
    limits.charge(PROFILE_CHANGES_PER_MINUTE, request.userId());
    return HttpResult.ok(profiles.rename(request.userId(), fullName));
  }

  private HttpResult show(Request request) {
    requireOwner();
    // Before the upload: a picture refused by the limit must not be stored.
    RateLimits.Permit permit = limits.charge(PROFILE_CHANGES_PER_MINUTE, request.userId());
    try {
      return HttpResult.ok(profiles.setAvatar(request.userId(), avatar(request)));
    } catch (RuntimeException e) {
      permit.giveBack();
      throw e;
    }
  }

  private void requireOwner() {
    switch (owner) {
      case OWN -> {}
      case HOST ->
          throw ApiException.refused(
              ErrorCode.FORBIDDEN,
              PROFILE_ELSEWHERE,
              "Change names and pictures in the host application.");
    }
  }

  /** A form contains the picture, JSON its address. */
  private String avatar(Request request) {
    String type = request.header("Content-Type").orElse("");
    boolean isForm = type.regionMatches(true, 0, FORM, 0, FORM.length());
    return isForm ? pictures.receive(request) : address(request);
  }

  private static String address(Request request) {
    // Null removes the avatar, so an absent field must not be read as null.
    JsonNode url = request.body(JsonNode.class).get(AVATAR_URL);
    if (url == null || !(url.isTextual() || url.isNull())) {
      throw ApiException.invalid("avatar_url must be a string or null.");
    }
    return AvatarUrlRules.check(url.textValue());
  }

  private HttpResult choose(Request request) {
    Profiles.Choice choice = request.body(Profiles.Choice.class);
    return HttpResult.ok(profiles.choose(request.userId(), choice));
  }
}
