package com.mockhu.dm.bench.wire.socket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;

/** A connection that stays open for one request after another (RFC 9112 §9.3); on its loop. */
public final class HttpLine {
  /** Who asked. */
  @FunctionalInterface
  public interface Asker {
    /**
     * The answer is whole.
     *
     * @param status 0 when the connection ended before the answer did
     * @param body shared by all lines of the loop and overwritten after the call
     */
    void answered(int status, byte[] body, int length);
  }

  private final Channel channel;
  private final Queue<Asker> waiting = new ArrayDeque<>();

  HttpLine(Channel channel) {
    this.channel = channel;
  }

  /** The bytes of a {@code GET}, to be used as often as it is asked. */
  public static byte[] get(String path, String token) {
    return "GET %s HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, token)
        .getBytes(US_ASCII);
  }

  /** The bytes of a {@code POST}. */
  public static byte[] post(String path, String token, String contentType, byte[] body) {
    String head =
        "POST %s HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n"
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n";
    byte[] first = head.formatted(path, token, contentType, body.length).getBytes(US_ASCII);
    return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(first, body));
  }

  /** Sends a request; answers come in the order of the requests. */
  public void ask(byte[] request, Asker asker) {
    if (!channel.isActive()) {
      asker.answered(0, new byte[0], 0);
      return;
    }
    waiting.add(asker);
    channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
  }

  void answered(int status, byte[] body, int length) {
    waiting.remove().answered(status, body, length);
  }

  void lost() {
    while (!waiting.isEmpty()) {
      answered(0, new byte[0], 0);
    }
  }

  public void close() {
    channel.close();
  }
}
