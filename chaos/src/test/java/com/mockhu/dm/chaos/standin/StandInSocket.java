package com.mockhu.dm.chaos.standin;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A person's socket: each event carries a message in its present state. */
final class StandInSocket extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private final StandIn standIn;
  private final StandInStore store;
  private final String person;
  private final long cursor;
  private Consumer<StandInFeed.Event> listener;

  StandInSocket(StandIn standIn, StandInStore store, String person, long cursor) {
    this.standIn = standIn;
    this.store = store;
    this.person = person;
    this.cursor = cursor;
  }

  void greet(Channel channel) {
    StandInFeed feed = store.feed(person);
    listener = event -> tell(channel, event);
    write(channel, Map.of("type", "hello", "cursor", Long.toString(feed.newest())));
    feed.after(cursor).forEach(listener);
    feed.listen(listener);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    store.feed(person).forget(listener);
  }

  private static void tell(Channel channel, StandInFeed.Event event) {
    String cursor = Long.toString(event.position());
    Object data = event.message().json();
    write(channel, Map.of("type", "new_message", "cursor", cursor, "data", data));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    JsonNode sent = StandInJson.parse(frame.text());
    if (standIn.isDown()) {
      context.close();
      return;
    }
    switch (sent.path("type").asText()) {
      case "message" -> send(context, sent);
      case "read" -> read(context, sent);
      default -> {}
    }
  }

  private void send(ChannelHandlerContext context, JsonNode sent) {
    var stored =
        store.send(
            person,
            sent.path("conversation_id").asText(),
            sent.path("content").asText(),
            sent.path("client_message_id").textValue());
    Map<String, Object> answer = new HashMap<>(Map.of("ref", sent.path("ref").asText()));
    answer.put("type", stored.isPresent() ? "ack" : "error");
    answer.put("code", "not_participant");
    stored.ifPresent(message -> answer.put("message", message.json()));
    if (standIn.losesAnswer()) {
      context.close();
    } else {
      write(context.channel(), answer);
    }
  }

  private void read(ChannelHandlerContext context, JsonNode sent) {
    if (sent.has("message_id")) {
      store.read(person, store.message(sent.path("message_id").asText()));
    } else {
      String conversation = sent.path("conversation_id").asText();
      List.copyOf(store.conversation(conversation).messages())
          .forEach(message -> store.read(person, message));
    }
    write(context.channel(), Map.of("type", "ack", "ref", sent.path("ref").asText()));
  }

  private static void write(Channel channel, Map<String, ?> frame) {
    channel.writeAndFlush(new TextWebSocketFrame(StandInJson.text(frame)));
  }
}
