package com.mockhu.dm.bench.stub;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.UUID;

/** Acknowledges at once and passes on; frames are about as long as the product's. */
final class StubSocket extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private final Conversations conversations;
  private final String user;
  private final int refuseEvery;
  private int seq;

  StubSocket(Conversations conversations, String user, int refuseEvery) {
    this.conversations = conversations;
    this.user = user;
    this.refuseEvery = refuseEvery;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    String sent = frame.text();
    String ref = Text.field(sent, "ref");
    if (++seq % refuseEvery == 0) {
      reply(context.channel(), refusal(ref));
      return;
    }
    String message = message(sent);
    reply(context.channel(), ack(ref, Text.field(sent, "client_message_id"), message));
    Channel reader = conversations.socketOfRecipient(Text.field(sent, "conversation_id"));
    reply(reader, "{\"type\":\"new_message\",\"cursor\":\"0.1.2\",\"data\":" + message + "}");
  }

  private static void reply(Channel channel, String text) {
    channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
  }

  private static String refusal(String ref) {
    return """
    {"type":"error","ref":"%s","code":"rate_limited","message":"Too many","retry_after":1}"""
        .formatted(ref);
  }

  private static String ack(String ref, String key, String message) {
    return "{\"type\":\"ack\",\"ref\":\""
        + ref
        + "\",\"client_message_id\":\""
        + key
        + "\",\"cursor\":\"0.1.2\",\"message\":"
        + message
        + "}";
  }

  private String message(String sent) {
    return "{\"id\":\""
        + UUID.nameUUIDFromBytes(new byte[] {(byte) seq})
        + "\",\"conversation_id\":\""
        + Text.field(sent, "conversation_id")
        + "\",\"seq\":"
        + seq
        + ",\"sender_id\":\""
        + user
        + "\",\"sender\":{\"id\":\""
        + user
        + "\",\"username\":\"bench_0123abcd_17\",\"full_name\":\"Bench bench_0123abcd_17\","
        + "\"avatar_url\":null},\"message_type\":\"text\",\"content\":\""
        + Text.field(sent, "content")
        + "\",\"attachments\":null,\"status\":\"sent\",\"is_read\":false,\"read_at\":null,"
        + "\"is_deleted\":false,\"created_at\":\"2026-11-22T10:00:00.123456Z\"}";
  }
}
