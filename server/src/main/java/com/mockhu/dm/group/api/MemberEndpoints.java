package com.mockhu.dm.group.api;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.group.change.AddPeople;
import com.mockhu.dm.group.change.AddPeople.Added;
import com.mockhu.dm.group.change.ChangeRoles;
import com.mockhu.dm.group.change.LeaveGroup;
import com.mockhu.dm.group.rule.AddRule.Outcome;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Members of groups over REST: who comes, who goes, who is what. */
public final class MemberEndpoints {
  private static final String GROUP = "/v1/conversations/{conversationId}";
  private static final String MEMBERS = GROUP + "/members";
  private final Database database;
  private final ConversationFeature conversations;
  private final AddPeople adding;
  private final LeaveGroup leaving;
  private final ChangeRoles roles;
  private final GroupCharges charges;

  public MemberEndpoints(
      Database database,
      ConversationFeature conversations,
      AddPeople adding,
      LeaveGroup leaving,
      ChangeRoles roles,
      GroupCharges charges) {
    this.database = database;
    this.conversations = conversations;
    this.adding = adding;
    this.leaving = leaving;
    this.roles = roles;
    this.charges = charges;
  }

  private record AddBody(List<String> userIds) {}

  private record Outcomes(List<Added> outcomes) {}

  private record RoleBody(String role) {}

  private record OwnerBody(String userId) {}

  public void addTo(Routes routes) {
    RouteLimit changing = new RouteLimit.Own(GroupCharges.CHANGES_PER_MINUTE);
    routes.person("POST", MEMBERS, new RouteLimit.Own(GroupCharges.ADDS_PER_DAY), this::add);
    routes.person("PUT", MEMBERS + "/{userId}", changing, this::setRole);
    routes.person("DELETE", MEMBERS + "/{userId}", changing, this::remove);
    routes.person("PUT", GROUP + "/owner", changing, this::transfer);
    routes.person("POST", GROUP + "/leave", changing, this::leave);
  }

  private HttpResult add(Request request) {
    Set<UUID> people = GroupEndpoints.people(request.body(AddBody.class).userIds, "user_ids");
    if (people.isEmpty() || people.size() > GroupEndpoints.MOST_PEOPLE) {
      throw ApiException.invalid("user_ids must hold 1 to 100 people.");
    }
    UUID group = request.pathId("conversationId");
    UUID actor = request.userId();
    List<Added> added =
        charges.charged(
            GroupCharges.ADDS_PER_DAY,
            actor,
            people.size(),
            () -> adding.add(group, actor, List.copyOf(people)),
            MemberEndpoints::cost);
    return HttpResult.ok(new Outcomes(added));
  }

  /** An invitation that nobody hears of costs what any other does. */
  private static int cost(List<Added> added) {
    return (int)
        added.stream().filter(each -> each.is(Outcome.ADDED) || each.is(Outcome.INVITED)).count();
  }

  private HttpResult setRole(Request request) {
    Role role =
        switch (request.body(RoleBody.class).role) {
          case "admin" -> Role.ADMIN;
          case "member" -> Role.MEMBER;
          case null, default -> throw ApiException.invalid("role must be admin or member.");
        };
    UUID group = request.pathId("conversationId");
    UUID person = request.pathId("userId");
    return changed(request, () -> roles.setRole(group, request.userId(), person, role));
  }

  private HttpResult transfer(Request request) {
    UUID person = Ids.parse(request.body(OwnerBody.class).userId, "user_id");
    UUID group = request.pathId("conversationId");
    return changed(request, () -> roles.transfer(group, request.userId(), person));
  }

  private HttpResult changed(Request request, Supplier<Boolean> work) {
    charges.charged(
        GroupCharges.CHANGES_PER_MINUTE, request.userId(), work, isChanged -> isChanged);
    UUID group = request.pathId("conversationId");
    return HttpResult.ok(database.read(t -> conversations.view(t, request.userId(), group)));
  }

  private HttpResult remove(Request request) {
    UUID group = request.pathId("conversationId");
    UUID person = request.pathId("userId");
    charges.charged(
        GroupCharges.CHANGES_PER_MINUTE,
        request.userId(),
        () -> {
          leaving.remove(group, request.userId(), person);
          return true;
        },
        isDone -> isDone);
    return HttpResult.done("Member removed");
  }

  private HttpResult leave(Request request) {
    charges.charged(
        GroupCharges.CHANGES_PER_MINUTE,
        request.userId(),
        () -> leaving.leave(request.pathId("conversationId"), request.userId()),
        isChanged -> isChanged);
    return HttpResult.done("You left the group");
  }
}
