package com.mockhu.dm.chaos.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The requests that devices and the last look make. */
final class StandInRest extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final long LONG_POLL_MILLIS = 30;

  private final StandIn standIn;
  private final StandInStore store;

  StandInRest(StandIn standIn, StandInStore store) {
    this.standIn = standIn;
    this.store = store;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (standIn.isDown()) {
      context.close();
      return;
    }
    String person = StandInJson.subject(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    QueryStringDecoder query = new QueryStringDecoder(request.uri());
    if (query.path().equals("/v1/ws/messages")) {
      upgrade(context, request, person, cursor(query));
      return;
    }
    String route = request.method() + " " + query.path();
    answer(context, route, person, StandInJson.parse(request.content().toString(UTF_8)), query);
  }

  private void answer(
      ChannelHandlerContext context,
      String route,
      String person,
      JsonNode body,
      QueryStringDecoder query) {
    String[] parts = route.split("/");
    String id = parts.length > 3 ? parts[3] : "";
    switch (route.replaceAll("[0-9a-f-]{36}", "ID")) {
      case "POST /v1/admin/users:batch" -> give(context, Map.of("created", body.path("lines")));
      case "POST /v1/conversations" ->
          give(context, Map.of("id", store.open(person, body.path("recipient_id").asText())));
      case "POST /v1/conversations/ID/messages" -> send(context, person, id, body);
      case "GET /v1/conversations/ID/messages" -> give(context, history(id));
      case "POST /v1/conversations/ID/read" -> {
        List.copyOf(store.conversation(id).messages()).forEach(m -> store.read(person, m));
        give(context, Map.of());
      }
      case "POST /v1/messages/ID/read" -> {
        store.read(person, store.message(id));
        give(context, Map.of());
      }
      case "DELETE /v1/messages/ID" -> {
        store.delete(store.message(id));
        give(context, Map.of());
      }
      case "GET /v1/conversations" -> give(context, inbox(person));
      case "GET /v1/conversations/unread-count" -> give(context, badge(person));
      case "GET /v1/sync" ->
          context
              .executor()
              .schedule(
                  () -> give(context, sync(person, cursor(query))),
                  LONG_POLL_MILLIS,
                  TimeUnit.MILLISECONDS);
      default -> write(context, 503, Map.of("success", false));
    }
  }

  private static long cursor(QueryStringDecoder query) {
    return Long.parseLong(query.parameters().getOrDefault("cursor", List.of("0")).getFirst());
  }

  private void send(ChannelHandlerContext context, String person, String id, JsonNode body) {
    var sent =
        store.send(
            person, id, body.path("content").asText(), body.path("client_message_id").textValue());
    if (standIn.losesAnswer()) {
      context.close();
    } else if (sent.isPresent()) {
      give(context, sent.get().json());
    } else {
      write(context, 403, Map.of("error", Map.of("code", "not_participant")));
    }
  }

  private Map<String, Object> history(String id) {
    List<?> newestFirst =
        store.conversation(id).messages().reversed().stream().map(StandInMessage::json).toList();
    return Map.of("messages", newestFirst, "pagination", Map.of());
  }

  private Map<String, Object> inbox(String person) {
    List<?> listed =
        spoken(person)
            .map(
                c ->
                    Map.of(
                        "id", c.id(),
                        "unread_count", store.unread(c, person),
                        "last_message", c.messages().getLast().json()))
            .toList();
    Object pagination = Map.of("total", listed.size(), "total_unread", unread(person));
    return Map.of("conversations", listed, "pagination", pagination);
  }

  private Map<String, Object> badge(String person) {
    long waiting = spoken(person).filter(c -> store.unread(c, person) > 0).count();
    return Map.of("total_unread", unread(person), "unread_conversations", waiting);
  }

  private Stream<StandInStore.Conversation> spoken(String person) {
    return store.of(person).stream().filter(c -> !c.messages().isEmpty());
  }

  private long unread(String person) {
    return spoken(person).mapToLong(c -> store.unread(c, person)).sum();
  }

  private Map<String, Object> sync(String person, long cursor) {
    StandInFeed feed = store.feed(person);
    List<StandInFeed.Event> events = feed.after(cursor);
    return Map.of(
        "messages", events.stream().map(each -> each.message().json()).toList(),
        "receipts", List.of(),
        "cursor", Long.toString(Math.max(cursor, feed.newest())),
        "has_more", false,
        "reset", false);
  }

  private void upgrade(
      ChannelHandlerContext context, FullHttpRequest request, String person, long cursor) {
    context.pipeline().addLast(new StandInSocket(standIn, store, person, cursor));
    new WebSocketServerHandshakerFactory(request.uri(), null, false)
        .newHandshaker(request)
        .handshake(context.channel(), request);
    context.pipeline().get(StandInSocket.class).greet(context.channel());
  }

  private static void give(ChannelHandlerContext context, Map<String, ?> data) {
    write(context, 200, Map.of("success", true, "data", data));
  }

  private static void write(ChannelHandlerContext context, int status, Map<String, ?> answer) {
    byte[] body = StandInJson.text(answer).getBytes(UTF_8);
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    context.writeAndFlush(response);
  }
}
