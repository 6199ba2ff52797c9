package com.mockhu.dm.group.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.group.rule.LinkRule;
import com.mockhu.dm.group.store.LinkSql.Link;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to groups over REST. */
public final class LinkEndpoints {
  public static final RateLimit LOOKUPS_PER_MINUTE = new RateLimit("invite_lookups_per_minute", 30);

  private static final String OF_GROUP = "/v1/conversations/{conversationId}/invite-links";
  private static final String BY_CODE = "/v1/invite-links/{code}";
  private final Database database;
  private final InviteLinks links;
  private final Accounts accounts;
  private final ConversationFeature conversations;
  private final RateLimits limits;
  private final Optional<String> publicUrl;

  /** {@code publicUrl}: where clients reach the server; empty for where the request came to. */
  public LinkEndpoints(
      Database database,
      InviteLinks links,
      Accounts accounts,
      ConversationFeature conversations,
      RateLimits limits,
      Optional<String> publicUrl) {
    this.database = database;
    this.links = links;
    this.accounts = accounts;
    this.conversations = conversations;
    this.limits = limits;
    this.publicUrl = publicUrl;
  }

  private record Body(Long expiresInSeconds, JsonNode maxUses) {}

  private record LinkView(
      UUID id,
      String code,
      String url,
      int uses,
      Integer maxUses,
      Instant expiresAt,
      UserView createdBy,
      Instant createdAt) {}

  private record Links(List<LinkView> inviteLinks) {}

  private record PreviewBody(
      String name, String description, String avatarUrl, int memberCount, boolean isMember) {}

  public void addTo(Routes routes, RouteLimit changing) {
    RouteLimit looking = new RouteLimit.Own(LOOKUPS_PER_MINUTE);
    routes.person("POST", OF_GROUP, changing, this::create);
    routes.person("GET", OF_GROUP, this::list);
    routes.person("DELETE", OF_GROUP + "/{linkId}", changing, this::end);
    routes.person("GET", BY_CODE, looking, this::preview);
    routes.person("POST", BY_CODE, looking, this::join);
  }

  private HttpResult create(Request request) {
    Body body = request.optionalBody(Body.class).orElse(new Body(null, null));
    Duration life = body.expiresInSeconds == null ? LinkRule.USUAL : life(body.expiresInSeconds);
    Integer maxUses = maxUses(body.maxUses);
    Link link = links.create(request.pathId("conversationId"), request.userId(), life, maxUses);
    return HttpResult.created(view(request, link));
  }

  private static Duration life(long seconds) {
    if (seconds < LinkRule.SHORTEST_SECONDS || seconds > LinkRule.LONGEST_SECONDS) {
      throw ApiException.invalid("expires_in_seconds must be 300 to 31,536,000.");
    }
    return Duration.ofSeconds(seconds);
  }

  private static Integer maxUses(JsonNode given) {
    if (given == null || given.isNull()) {
      return null;
    }
    boolean isGood =
        given.isInt() && given.intValue() >= 1 && given.intValue() <= LinkRule.MOST_USES;
    if (!isGood) {
      throw ApiException.invalid("max_uses must be 1 to 10,000, or null.");
    }
    return given.intValue();
  }

  private HttpResult list(Request request) {
    List<Link> all = links.list(request.pathId("conversationId"), request.userId());
    return HttpResult.ok(new Links(all.stream().map(each -> view(request, each)).toList()));
  }

  private LinkView view(Request request, Link link) {
    return new LinkView(
        link.id(),
        link.code(),
        root(request) + "/join/" + link.code(),
        link.uses(),
        link.maxUses(),
        link.expiresAt(),
        accounts.find(link.createdBy()).map(Account::view).orElse(null),
        link.createdAt());
  }

  private String root(Request request) {
    return publicUrl.orElseGet(() -> "http://" + request.header("Host").orElse("localhost"));
  }

  private HttpResult end(Request request) {
    links.end(request.pathId("conversationId"), request.userId(), request.pathId("linkId"));
    return HttpResult.done("Link ended");
  }

  private HttpResult preview(Request request) {
    limits.charge(LOOKUPS_PER_MINUTE, request.userId());
    InviteLinks.Preview found = links.preview(request.path("code"), request.userId());
    return HttpResult.ok(
        new PreviewBody(
            found.info().name(),
            found.info().description(),
            found.info().avatarUrl(),
            found.members(),
            found.isMember()));
  }

  private HttpResult join(Request request) {
    limits.charge(LOOKUPS_PER_MINUTE, request.userId());
    InviteLinks.Joined joined = links.join(request.path("code"), request.userId());
    Object view = database.read(t -> conversations.view(t, request.userId(), joined.group()));
    return joined.isNew() ? HttpResult.created(view) : HttpResult.ok(view);
  }
}
