package com.mockhu.dm.group.invite;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.UUID;

/** {@code /v1/invitations}: a person's own. */
public final class InvitationEndpoints {
  private static final String ONE = "/v1/invitations/{conversationId}";
  private final Database database;
  private final Invitations invitations;
  private final ConversationFeature conversations;

  public InvitationEndpoints(
      Database database, Invitations invitations, ConversationFeature conversations) {
    this.database = database;
    this.invitations = invitations;
    this.conversations = conversations;
  }

  private record Waiting(List<InvitationView> invitations) {}

  public void addTo(Routes routes) {
    routes.person("GET", "/v1/invitations", this::list);
    routes.person("POST", ONE + "/accept", this::accept);
    routes.person("POST", ONE + "/decline", this::decline);
  }

  private HttpResult list(Request request) {
    return HttpResult.ok(new Waiting(database.read(t -> invitations.of(t, request.userId()))));
  }

  private HttpResult accept(Request request) {
    UUID group = request.pathId("conversationId");
    invitations.accept(group, request.userId());
    return HttpResult.ok(database.read(t -> conversations.view(t, request.userId(), group)));
  }

  private HttpResult decline(Request request) {
    invitations.decline(request.pathId("conversationId"), request.userId());
    return HttpResult.done("Invitation declined");
  }
}
