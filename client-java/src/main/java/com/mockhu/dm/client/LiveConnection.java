package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.FrameSocket;
import com.mockhu.dm.client.http.Json;
import com.mockhu.dm.client.http.Received;
import com.mockhu.dm.client.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Follows one person's log over WebSockets, one after the other, and loses nothing in between.
 *
 * <pre>
 * CONNECTING → CATCHING_UP   hello, when there is a cursor to go on from
 * CONNECTING → LIVE          hello, when there is none
 * CATCHING_UP → LIVE         caught_up, reset
 * any → WAITING              the line broke or the server closed it; the log goes on from the cursor
 * WAITING → CONNECTING       after a pause
 * any → CLOSED               close() was called, or the server said not to come back
 * </pre>
 *
 * <p>A send that was not acknowledged when the line broke is sent again on the next one, under its
 * own key.
 */
public final class LiveConnection implements AutoCloseable {
  private static final String PATH = "/v1/ws/messages";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int UNAUTHORIZED = 401;

  /** Close codes from here on mean that coming back does not help. */
  private static final int FINAL_CODES = 4500;

  /** The state of the connection. */
  public enum State {
    CONNECTING,
    CATCHING_UP,
    LIVE,
    WAITING,
    CLOSED
  }

  private final Caller caller;
  private final LiveListener listener;
  private final PendingSends pending = new PendingSends();
  private final Backoff backoff = new Backoff();
  private final Thread thread;
  private volatile State state = State.CONNECTING;
  private volatile FrameSocket socket;
  private volatile String cursor;
  private Duration silence = PATIENCE;

  private LiveConnection(Caller caller, String cursor, LiveListener listener) {
    this.caller = caller;
    this.cursor = cursor;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("dm-live").unstarted(this::run);
  }

  static LiveConnection start(Caller caller, String cursor, LiveListener listener) {
    LiveConnection connection = new LiveConnection(caller, cursor, listener);
    connection.thread.start();
    return connection;
  }

  public State state() {
    return state;
  }

  /**
   * The position after the last delivered event; null before the first {@code hello}. Store it over
   * a restart.
   */
  public String cursor() {
    return cursor;
  }

  /**
   * Completes when the message is on the server's disk, also when that takes several connections;
   * fails with {@link DmException}'s reason when the server refuses it.
   */
  public CompletableFuture<Message> send(NewMessage message) {
    PendingSends.Pending added = pending.add(message);
    FrameSocket open = socket;
    if (open != null) {
      open.say(added.frame());
    }
    return added.outcome();
  }

  /** Ends automatically after six seconds. */
  public void typing(UUID conversationId, boolean isTyping) {
    say(Map.of("type", "typing", "conversation_id", conversationId, "is_typing", isTyping));
  }

  /** Any frame; dropped while there is no connection. */
  public void say(Map<String, ?> frame) {
    FrameSocket open = socket;
    if (open != null) {
      open.say(frame);
    }
  }

  private void run() {
    while (state != State.CLOSED) {
      move(State.CONNECTING);
      if (connect()) {
        follow();
      }
      if (state != State.CLOSED) {
        move(State.WAITING);
        if (!backoff.pause(Duration.ZERO)) {
          move(State.CLOSED);
        }
      }
    }
    pending.failAll("The connection was closed.");
  }

  private boolean connect() {
    String token = caller.tokens().token();
    String query = cursor == null ? "" : "?cursor=" + Call.encoded(cursor);
    try {
      socket = FrameSocket.open(caller.transport(), PATH + query, token);
      return true;
    } catch (FrameSocket.RefusedException e) {
      if (e.status() == UNAUTHORIZED && !caller.tokens().renew(token)) {
        move(State.CLOSED);
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private void follow() {
    FrameSocket open = socket;
    Received next = open.next(silence);
    while (isAlive(open, next)) {
      next = open.next(silence);
    }
    leave(open);
  }

  /** A line that is silent gets one question; one that does not answer it is broken. */
  private boolean isAlive(FrameSocket open, Received next) {
    if (!(next instanceof Received.Silence)) {
      return isTaken(next);
    }
    open.say(Map.of("type", "ping"));
    return isTaken(open.next(PATIENCE));
  }

  private boolean isTaken(Received next) {
    return switch (next) {
      case Received.Frame frame -> {
        take(frame);
        yield true;
      }
      case Received.Silence silence -> false;
      case Received.Closed closed -> {
        ended(closed);
        yield false;
      }
    };
  }

  private void leave(FrameSocket open) {
    socket = null;
    open.close();
  }

  private void ended(Received.Closed closed) {
    if (closed.code() >= FINAL_CODES && closed.code() < 5000) {
      move(State.CLOSED);
    }
  }

  private void take(Received.Frame frame) {
    JsonNode json = frame.json();
    switch (frame.type()) {
      case "hello" -> greeted(json);
      case "caught_up" -> caughtUp();
      case "reset" -> {
        listener.reset();
        caughtUp();
      }
      case "ack" -> pending.stored(json);
      case "error" -> pending.refused(json).ifPresent(this::repeatLater);
      case "heartbeat", "pong", "going_away", "authenticated" -> {}
      default -> listener.dispatch(frame.type(), json.path("data"));
    }
    // The hello frame has the end of the log, which is ahead of the delivered events while catching
    // up.
    boolean isApplied = !frame.type().equals("hello") && !frame.type().equals("heartbeat");
    if (isApplied && json.hasNonNull("cursor")) {
      cursor = json.path("cursor").asText();
      acknowledge(frame.type());
    }
  }

  /** So that senders see that their messages have arrived. */
  private void acknowledge(String type) {
    if (type.equals("new_message") || type.equals("caught_up")) {
      say(Map.of("type", "received", "cursor", cursor));
    }
  }

  private void repeatLater(PendingSends.Repetition repetition) {
    Thread.startVirtualThread(
        () -> {
          if (new Backoff().pause(repetition.pause())) {
            say(repetition.frame());
          }
        });
  }

  private void greeted(JsonNode hello) {
    silence = Duration.ofSeconds(hello.path("heartbeat_seconds").asLong(30)).plus(PATIENCE);
    boolean isFirst = cursor == null;
    if (isFirst) {
      cursor = hello.path("cursor").asText();
    }
    move(isFirst ? State.LIVE : State.CATCHING_UP);
    backoff.reset();
    pending.frames().forEach(this::say);
  }

  private void caughtUp() {
    move(State.LIVE);
    listener.caughtUp();
  }

  private synchronized void move(State next) {
    if (state != next && state != State.CLOSED) {
      state = next;
      listener.stateChanged(next);
    }
  }

  @Override
  public void close() {
    move(State.CLOSED);
    FrameSocket open = socket;
    if (open != null) {
      open.close();
    }
    thread.interrupt();
  }

  /** The message of an acknowledgement. */
  static Message message(JsonNode ack) {
    return Json.as(ack.path("message"), Message.class);
  }
}
