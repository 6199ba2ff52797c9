package com.mockhu.dm.message.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.syntax.StructuredString;
import com.mockhu.dm.platform.json.NullableText;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Sending over REST. */
public final class SendEndpoints {
  private final SendMessages sending;
  private final RecipientConversation conversations;

  public SendEndpoints(SendMessages sending, RecipientConversation conversations) {
    this.sending = sending;
    this.conversations = conversations;
  }

  private record Body(
      String recipientId,
      String messageType,
      @JsonDeserialize(using = NullableText.class) String content,
      JsonNode attachments,
      @JsonDeserialize(using = NullableText.class) String clientMessageId) {

    Content checked() {
      return Content.of(messageType, content, AttachmentNames.parse(attachments));
    }
  }

  public void addTo(Routes routes) {
    RouteLimit limit = new RouteLimit.Own(SendMessages.MESSAGES_PER_MINUTE);
    routes.person(
        "POST", "/v1/conversations/{conversationId}/messages", limit, this::sendToConversation);
    routes.person("POST", "/v1/messages", limit, this::sendToPerson);
  }

  private HttpResult sendToConversation(Request request) {
    UUID conversation = request.pathId("conversationId");
    Body body = request.body(Body.class);
    return send(request, body, body.checked(), conversation);
  }

  private HttpResult sendToPerson(Request request) {
    Body body = request.body(Body.class);
    UUID recipient = Ids.parse(body.recipientId(), "recipient_id");
    // Checked before the conversation is made: a refused message must leave nothing behind.
    Content content = body.checked();
    key(request, body);
    return send(request, body, content, conversations.of(request.userId(), recipient, content));
  }

  private HttpResult send(Request request, Body body, Content content, UUID conversation) {
    SendCommand command =
        new SendCommand(Ids.next(), request.userId(), conversation, content, key(request, body));
    return switch (outcome(command)) {
      case SendOutcome.Stored stored -> HttpResult.created(stored.message().get());
      case SendOutcome.Replayed replayed ->
          HttpResult.ok(replayed.message()).with("Idempotency-Replayed", "true");
      case SendOutcome.Refused refused -> throw refused.reason();
    };
  }

  private SendOutcome outcome(SendCommand command) {
    try {
      return sending.send(command).join();
    } catch (CompletionException e) {
      throw ErrorMapper.map(e);
    }
  }

  private static UUID key(Request request, Body body) {
    Optional<UUID> header =
        request
            .header("Idempotency-Key")
            .map(StructuredString::unquoted)
            .map(text -> Ids.parse(text, "Idempotency-Key"));
    Optional<UUID> field =
        Optional.ofNullable(body.clientMessageId())
            .map(text -> Ids.parse(text, "client_message_id"));
    if (header.isPresent() && field.isPresent() && !header.equals(field)) {
      throw ApiException.invalid("Idempotency-Key and client_message_id differ.");
    }
    return header.or(() -> field).orElse(null);
  }
}
