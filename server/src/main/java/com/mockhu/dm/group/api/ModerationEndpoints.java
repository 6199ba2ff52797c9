package com.mockhu.dm.group.api;

import com.mockhu.dm.group.change.Moderation;
import com.mockhu.dm.group.store.BanSql;
import com.mockhu.dm.group.store.InvitationSql;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What admins see and undo: bans, and invitations that wait. */
public final class ModerationEndpoints {
  private static final String GROUP = "/v1/conversations/{conversationId}";
  private final Moderation moderation;
  private final Accounts accounts;

  public ModerationEndpoints(Moderation moderation, Accounts accounts) {
    this.moderation = moderation;
    this.accounts = accounts;
  }

  private record BanView(UserView user, UserView removedBy, Instant removedAt) {}

  private record Bans(List<BanView> bans) {}

  private record WaitingView(
      UserView user, UserView invitedBy, Instant invitedAt, Instant expiresAt) {}

  private record Waiting(List<WaitingView> invitations) {}

  public void addTo(Routes routes) {
    RouteLimit changing = new RouteLimit.Own(GroupCharges.CHANGES_PER_MINUTE);
    routes.person("GET", GROUP + "/bans", this::bans);
    routes.person("DELETE", GROUP + "/bans/{userId}", changing, this::lift);
    routes.person("GET", GROUP + "/invitations", this::waiting);
    routes.person("DELETE", GROUP + "/invitations/{userId}", changing, this::cancel);
  }

  private HttpResult bans(Request request) {
    List<BanSql.Ban> bans = moderation.bans(request.pathId("conversationId"), request.userId());
    return HttpResult.ok(new Bans(bans.stream().map(this::view).toList()));
  }

  private BanView view(BanSql.Ban ban) {
    return new BanView(user(ban.userId()), user(ban.removedBy()), ban.removedAt());
  }

  private UserView user(UUID id) {
    return accounts.find(id).map(Account::view).orElse(null);
  }

  private HttpResult lift(Request request) {
    moderation.lift(request.pathId("conversationId"), request.userId(), request.pathId("userId"));
    return HttpResult.done("Ban lifted");
  }

  private HttpResult waiting(Request request) {
    List<InvitationSql.Invitation> all =
        moderation.waiting(request.pathId("conversationId"), request.userId());
    return HttpResult.ok(new Waiting(all.stream().map(this::view).toList()));
  }

  private WaitingView view(InvitationSql.Invitation invitation) {
    return new WaitingView(
        user(invitation.userId()),
        user(invitation.invitedBy()),
        invitation.invitedAt(),
        invitation.expiresAt());
  }

  private HttpResult cancel(Request request) {
    moderation.cancel(request.pathId("conversationId"), request.userId(), request.pathId("userId"));
    return HttpResult.done("Invitation cancelled");
  }
}
