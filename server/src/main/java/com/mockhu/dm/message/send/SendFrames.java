package com.mockhu.dm.message.send;

import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameHandler;
import com.mockhu.dm.socket.connection.FrameType;
import java.util.Optional;
import java.util.UUID;

/**
 * The {@code message} frame. Its {@code ack} is the message's own event in the sender's feed, so it
 * comes after the commit and in order with everything else.
 */
public final class SendFrames implements FrameHandler {
  private final SendMessages sending;
  private final RecipientConversation conversations;

  public SendFrames(SendMessages sending, RecipientConversation conversations) {
    this.sending = sending;
    this.conversations = conversations;
  }

  /** Naming the conversation needs no look into the database before the writer's. */
  public FrameType type() {
    return new FrameType("message", this);
  }

  @Override
  public boolean isImmediate(ClientFrame frame) {
    return frame.has("conversation_id");
  }

  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    Content content =
        Content.of(
            frame.text("message_type").orElse(null),
            frame.text("content").orElse(null),
            AttachmentNames.parse(frame.value("attachments")));
    UUID key = frame.id("client_message_id").orElse(null);
    UUID conversation = conversation(connection.userId(), frame, content);
    SendCommand command =
        new SendCommand(Ids.next(), connection.userId(), conversation, content, key);
    String ref = frame.ref();
    connection.expectAck(command.messageId(), ref);
    sending
        .send(command)
        .whenComplete((outcome, e) -> settle(connection, command, ref, outcome, e));
  }

  private UUID conversation(UUID sender, ClientFrame frame, Content content) {
    Optional<UUID> conversation = frame.id("conversation_id");
    return conversation.orElseGet(
        () -> conversations.of(sender, frame.requiredId("recipient_id"), content));
  }

  private static void settle(
      Connection connection,
      SendCommand command,
      String ref,
      SendOutcome outcome,
      Throwable failure) {
    switch (outcome) {
      case null -> refuse(connection, command, ref, failure);
      case SendOutcome.Refused refused -> refuse(connection, command, ref, refused.reason());
      case SendOutcome.Replayed replayed -> {
        connection.cancelAck(command.messageId());
        connection.acknowledge(ref, Json.text(replayed.message()));
      }
      case SendOutcome.Stored ignored -> {}
    }
  }

  private static void refuse(
      Connection connection, SendCommand command, String ref, Throwable failure) {
    connection.cancelAck(command.messageId());
    connection.fail(ref, failure);
  }
}
