package com.mockhu.dm.group.api;

import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.group.change.HostGroups;
import com.mockhu.dm.group.rule.GroupText;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;

/** {@code /v1/admin/groups}: groups that the host application keeps, one for each course, say. */
public final class HostEndpoints {
  private static final String GROUP = "/v1/admin/groups/{conversationId}";
  private static final String MEMBER = GROUP + "/members/{userId}";
  private final HostGroups groups;

  public HostEndpoints(HostGroups groups) {
    this.groups = groups;
  }

  private record GroupBody(String name, String description, String ownerId) {}

  private record RoleBody(String role) {}

  public void addTo(Routes routes) {
    routes.service("PUT", GROUP, this::put);
    routes.service("DELETE", GROUP, this::delete);
    routes.service("PUT", MEMBER, this::putMember);
    routes.service("DELETE", MEMBER, this::removeMember);
  }

  private HttpResult put(Request request) {
    GroupBody body = request.body(GroupBody.class);
    groups.put(
        request.pathId("conversationId"),
        new HostGroups.Wanted(
            GroupText.name(body.name),
            GroupText.description(body.description),
            Ids.parse(body.ownerId, "owner_id")));
    return HttpResult.done("Group saved");
  }

  private HttpResult delete(Request request) {
    groups.delete(request.pathId("conversationId"));
    return HttpResult.done("Group deleted");
  }

  private HttpResult putMember(Request request) {
    String word = request.optionalBody(RoleBody.class).map(RoleBody::role).orElse("member");
    Role role =
        switch (word) {
          case "member" -> Role.MEMBER;
          case "admin" -> Role.ADMIN;
          case "owner" -> Role.OWNER;
          case null, default -> throw ApiException.invalid("role must be owner, admin or member.");
        };
    groups.putMember(request.pathId("conversationId"), request.pathId("userId"), role);
    return HttpResult.done("Member saved");
  }

  private HttpResult removeMember(Request request) {
    groups.removeMember(request.pathId("conversationId"), request.pathId("userId"));
    return HttpResult.done("Member removed");
  }
}
