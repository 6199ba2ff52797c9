package com.mockhu.dm.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open WebSocket. It holds at most two frames that were not taken; then the server waits. */
public final class FrameSocket implements AutoCloseable {
  private static final int BROKEN = 1006;

  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private WebSocket socket;
  private volatile Received.Closed end;

  private FrameSocket() {}

  /** The server refused the handshake with this HTTP status. */
  public static final class RefusedException extends IOException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, Throwable cause) {
      super("The server refused the socket with HTTP " + status, cause);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /**
   * @param target path and query, as in {@code /v1/ws/messages?cursor=…}
   * @param token null where the query proves who opens it
   * @throws RefusedException when the server answers and says no
   */
  public static FrameSocket open(Transport transport, String target, String token)
      throws IOException {
    FrameSocket opened = new FrameSocket();
    try {
      opened.socket = transport.open(target, token, opened.new Listener()).join();
      return opened;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new RefusedException(refused.getResponse().statusCode(), refused);
      }
      throw new IOException(e.getCause());
    }
  }

  /** Collects the parts of a frame and asks for the next one when the last has been taken. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean isLast) {
      partial.append(data);
      if (isLast) {
        JsonNode frame = Json.tree(partial.toString());
        partial.setLength(0);
        received.add(new Received.Frame(frame));
      } else {
        webSocket.request(1);
      }
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      received.add(new Received.Closed(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      received.add(new Received.Closed(BROKEN, error.toString()));
    }
  }

  /** Sends a frame. On a broken socket the frame is dropped, and {@link #next} reports the end. */
  public synchronized void say(Map<String, ?> frame) {
    try {
      socket.sendText(Json.text(frame), true).join();
    } catch (CompletionException e) {
      received.add(new Received.Closed(BROKEN, String.valueOf(e.getCause())));
    }
  }

  /** The next frame, or the end of the connection. */
  public Received next(Duration longest) {
    if (end != null) {
      return end;
    }
    Received next = poll(longest);
    switch (next) {
      case Received.Frame frame -> socket.request(1);
      case Received.Closed closed -> end = closed;
      case Received.Silence silence -> {}
    }
    return next;
  }

  private Received poll(Duration longest) {
    try {
      Received next = received.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
      return next == null ? new Received.Silence() : next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Received.Closed(BROKEN, "interrupted");
    }
  }

  /** Closes the socket and drops pending frames. */
  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      try {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(1, TimeUnit.SECONDS).join();
      } catch (CompletionException e) {
        // The connection is already broken.
      }
    }
    socket.abort();
    received.add(new Received.Closed(WebSocket.NORMAL_CLOSURE, "closed here"));
  }
}
