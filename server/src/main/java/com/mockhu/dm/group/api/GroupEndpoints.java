package com.mockhu.dm.group.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.GroupRoutes;
import com.mockhu.dm.conversation.inbox.InboxEntry;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.group.change.AddPeople.Added;
import com.mockhu.dm.group.change.CreateGroup;
import com.mockhu.dm.group.change.EditGroup;
import com.mockhu.dm.group.change.LeaveGroup;
import com.mockhu.dm.group.rule.GroupText;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.people.profile.AvatarRequest;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.syntax.StructuredString;
import com.mockhu.dm.platform.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes, changes and ends groups over REST. */
public final class GroupEndpoints implements GroupRoutes {
  static final int MOST_PEOPLE = 100;
  private static final String ONE = "/v1/conversations/{conversationId}";
  private final Database database;
  private final ConversationFeature conversations;
  private final CreateGroup creating;
  private final EditGroup editing;
  private final LeaveGroup leaving;
  private final GroupCharges charges;

  public GroupEndpoints(
      Database database,
      ConversationFeature conversations,
      CreateGroup creating,
      EditGroup editing,
      LeaveGroup leaving,
      GroupCharges charges) {
    this.database = database;
    this.conversations = conversations;
    this.creating = creating;
    this.editing = editing;
    this.leaving = leaving;
    this.charges = charges;
  }

  private record CreateBody(
      String recipientId,
      String name,
      String description,
      List<String> memberIds,
      Map<String, String> permissions,
      String history) {}

  private record EditBody(
      String name, JsonNode description, Map<String, String> permissions, String history) {}

  private record CreatedBody(@JsonUnwrapped InboxEntry group, List<Added> outcomes) {}

  public void addTo(Routes routes, AvatarPictures pictures) {
    RouteLimit limit = new RouteLimit.Own(GroupCharges.CHANGES_PER_MINUTE);
    routes.person("PATCH", ONE, limit, this::edit);
    routes.add(
        new Route(
                "PUT",
                ONE + "/avatar",
                Access.PERSON,
                Route.BodyKind.STREAMED,
                request -> show(request, pictures))
            .limitedBy(limit));
    routes.person("DELETE", ONE + "/avatar", limit, request -> show(request, (String) null));
  }

  /** The body of {@code POST /v1/conversations} that asks for a group. */
  @Override
  public HttpResult create(Request request) {
    CreateBody body = request.body(CreateBody.class);
    if (body.recipientId != null) {
      throw ApiException.invalid("A group has member_ids and no recipient_id.");
    }
    UUID creator = request.userId();
    CreateGroup.Wanted wanted = wanted(request, body, creator);
    CreateGroup.Created created =
        charges.charged(
            GroupCharges.GROUPS_PER_DAY,
            creator,
            () -> creating.create(creator, wanted),
            CreateGroup.Created::isNew);
    CreatedBody answer = new CreatedBody(view(creator, created.id()), created.outcomes());
    return created.isNew()
        ? HttpResult.created(answer)
        : HttpResult.ok(answer).with("Idempotency-Replayed", "true");
  }

  private static CreateGroup.Wanted wanted(Request request, CreateBody body, UUID creator) {
    UUID key =
        request
            .header("Idempotency-Key")
            .map(StructuredString::unquoted)
            .map(text -> Ids.parse(text, "Idempotency-Key"))
            .orElse(null);
    Set<UUID> people = people(body.memberIds, "member_ids");
    people.remove(creator);
    if (people.size() > MOST_PEOPLE) {
      throw ApiException.invalid("member_ids must hold at most 100 people.");
    }
    return new CreateGroup.Wanted(
        GroupText.name(body.name),
        GroupText.description(body.description),
        List.copyOf(people),
        body.permissions == null
            ? GroupPermissions.DEFAULT
            : EditGroup.permissions(GroupPermissions.DEFAULT, body.permissions),
        isHistoryOpen(body.history).orElse(false),
        key,
        Hash.of(Json.bytes(body)));
  }

  /** Each once, in their order. */
  static Set<UUID> people(List<String> ids, String field) {
    Set<UUID> people = new LinkedHashSet<>();
    if (ids != null) {
      ids.forEach(id -> people.add(Ids.parse(id, field)));
    }
    return people;
  }

  private static Optional<Boolean> isHistoryOpen(String history) {
    return switch (history) {
      case null -> Optional.empty();
      case "all" -> Optional.of(true);
      case "joined" -> Optional.of(false);
      default -> throw ApiException.invalid("history must be joined or all.");
    };
  }

  private InboxEntry view(UUID viewer, UUID group) {
    return database.read(t -> conversations.view(t, viewer, group));
  }

  private HttpResult edit(Request request) {
    EditBody body = request.body(EditBody.class);
    EditGroup.Wanted wanted =
        new EditGroup.Wanted(
            body.name == null ? null : GroupText.name(body.name),
            description(body.description),
            body.permissions,
            isHistoryOpen(body.history).orElse(null));
    UUID group = request.pathId("conversationId");
    UUID actor = request.userId();
    charges.charged(
        GroupCharges.CHANGES_PER_MINUTE,
        actor,
        () -> editing.edit(group, actor, wanted),
        isChanged -> isChanged);
    return HttpResult.ok(view(actor, group));
  }

  /** Null where it stays; empty to remove it. */
  private static String description(JsonNode given) {
    if (given == null) {
      return null;
    }
    if (!given.isNull() && !given.isTextual()) {
      throw ApiException.invalid("description must be a text or null.");
    }
    String checked = GroupText.description(given.textValue());
    return checked == null ? "" : checked;
  }

  private HttpResult show(Request request, AvatarPictures pictures) {
    // Before a picture is stored that nobody would ever be shown.
    editing.requireMayShow(request.pathId("conversationId"), request.userId());
    return show(request, AvatarRequest.url(request, pictures));
  }

  private HttpResult show(Request request, String url) {
    UUID group = request.pathId("conversationId");
    UUID actor = request.userId();
    charges.charged(
        GroupCharges.CHANGES_PER_MINUTE,
        actor,
        () -> editing.show(group, actor, url),
        isChanged -> isChanged);
    return HttpResult.ok(view(actor, group));
  }

  @Override
  public void deleteForEveryone(UUID group, UUID actor) {
    leaving.delete(group, actor);
  }
}
