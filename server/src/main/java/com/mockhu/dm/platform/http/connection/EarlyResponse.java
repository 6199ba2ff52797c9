package com.mockhu.dm.platform.http.connection;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.json.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Refuses a request that was not read, in the envelope (behaviour §1), and closes the connection.
 */
public enum EarlyResponse {
  NOT_HTTP(ErrorCode.INVALID_REQUEST, "Bad Request", "The request is not valid HTTP."),
  URI_TOO_LONG(ErrorCode.URI_TOO_LONG, "URI Too Long", "The request's address is too long."),
  HEADERS_TOO_LARGE(
      ErrorCode.HEADERS_TOO_LARGE,
      "Request Header Fields Too Large",
      "The request's headers are too large."),
  HEAD_LATE(ErrorCode.REQUEST_TIMEOUT, "Request Timeout", "The request did not arrive in time."),
  FULL(ErrorCode.UNAVAILABLE, "Service Unavailable", "Too many connections; try again soon."),
  FULL_FOR_ADDRESS(
      ErrorCode.RATE_LIMITED, "Too Many Requests", "Too many connections from this address.");

  private static final long RETRY_SECONDS = 10;
  private static final long LINGER_SECONDS = 2;
  private static final String HEAD =
      """
      HTTP/1.1 %d %s\r
      Content-Type: application/json; charset=utf-8\r
      Content-Length: %d\r
      Cache-Control: no-store\r
      X-Content-Type-Options: nosniff\r
      X-Request-Id: %s\r
      %sConnection: close\r
      \r
      """;

  private final ErrorCode code;
  private final String phrase;
  private final String message;

  EarlyResponse(ErrorCode code, String phrase, String message) {
    this.code = code;
    this.phrase = phrase;
    this.message = message;
  }

  public ErrorCode code() {
    return code;
  }

  /**
   * On the connection's event loop. What the client still sends is read and dropped for a moment:
   * closing at once would make its kernel drop the answer unread.
   */
  public void sendAndClose(Channel channel) {
    sendAndClose(channel, message);
  }

  /** As the other one, where there is more to say. */
  public void sendAndClose(Channel channel, String said) {
    if (channel.pipeline().get(Dropping.class) != null) {
      // One answer was the last already; the end of the input looks like a broken request.
      return;
    }
    channel.pipeline().addFirst("dropping", new Dropping());
    ChannelHandlerContext context = channel.pipeline().context(Dropping.class);
    byte[] body =
        Json.bytes(Map.of("success", false, "error", Map.of("code", code.code(), "message", said)));
    context.write(Unpooled.wrappedBuffer(head(body.length)));
    context
        .writeAndFlush(Unpooled.wrappedBuffer(body))
        .addListener(sent -> ((DuplexChannel) channel).shutdownOutput());
    channel.config().setAutoRead(true);
    channel.eventLoop().schedule(() -> channel.close(), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  private byte[] head(int length) {
    boolean isRepeatable = code == ErrorCode.UNAVAILABLE || code == ErrorCode.RATE_LIMITED;
    String retry = isRepeatable ? "Retry-After: " + RETRY_SECONDS + "\r\n" : "";
    return String.format(Locale.ROOT, HEAD, code.status(), phrase, length, Ids.next(), retry)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Nothing that comes now has a meaning. */
  private static final class Dropping extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
    }
  }
}
