package com.mockhu.dm.bench.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;

/** The three things a run asks for over HTTP. */
final class StubRest extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final Conversations conversations;
  private final int refuseEvery;

  StubRest(Conversations conversations, int refuseEvery) {
    this.conversations = conversations;
    this.refuseEvery = refuseEvery;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String body = request.content().toString(UTF_8);
    switch (request.uri().split("[?]")[0]) {
      case "/v1/admin/users:batch" ->
          answer(context, 200, "{\"created\":" + body.lines().count() + "}");
      case "/health" -> answer(context, 200, "{}");
      case "/v1/conversations" ->
          answer(context, 201, "{\"id\":\"" + open(body) + "\",\"unread_count\":0}");
      case "/v1/ws/messages" -> upgrade(context, request);
      default -> answer(context, 404, "{}");
    }
  }

  private String open(String body) {
    return conversations.open(Text.field(body, "recipient_id"));
  }

  private static void answer(ChannelHandlerContext context, int status, String data) {
    byte[] body = ("{\"success\":true,\"data\":" + data + "}").getBytes(UTF_8);
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    context.writeAndFlush(response);
  }

  private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
    String user = Text.subject(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    context.pipeline().addLast(new StubSocket(conversations, user, refuseEvery));
    new WebSocketServerHandshakerFactory(request.uri(), null, false)
        .newHandshaker(request)
        .handshake(context.channel(), request);
    conversations.connected(user, context.channel());
  }
}
