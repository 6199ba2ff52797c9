package com.mockhu.dm.chaos.client.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.history.Operation.Kind;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.client.http.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Does everything over one socket, with a few sends under way at once. */
public final class SocketDevice extends Device {
  private static final int OUTSTANDING = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PATIENCE_NANOS = 8_000_000_000L;
  private static final long PAUSE_BEFORE_DIALLING = 200;
  private static final double RECEIVING = 0.1;

  private final Transport server;
  private final AtomicInteger refs = new AtomicInteger();
  private final Map<String, Sent> waiting = new ConcurrentHashMap<>();
  private volatile LiveSocket socket = LiveSocket.none();
  private int connections;

  public SocketDevice(
      String name, Person person, Recorder recorder, Habits habits, Transport server) {
    super(name, person, recorder, habits);
    this.server = server;
  }

  /** An attempt without an answer yet. */
  private record Sent(PlannedOperation planned, int connection, long seen, long invoked) {}

  @Override
  public void join() {
    if (!Pause.until(PATIENCE, () -> isConnected() && view.cursor() != null)) {
      throw new IllegalStateException(name + " can't connect");
    }
  }

  @Override
  public boolean isQuiet() {
    return super.isQuiet() && waiting.isEmpty() && socket.isOpen();
  }

  @Override
  void tend() {
    giveUpOnSilence();
    isConnected();
  }

  @Override
  void attempt(PlannedOperation planned) {
    if (!socket.isOpen() || waiting.size() >= OUTSTANDING) {
      // Never sent, so not recorded; repetitions are tried again later.
      if (planned.isRepeatable()) {
        repeat(planned);
      }
      return;
    }
    if (habits.happens(RECEIVING) && view.cursor() != null) {
      socket.say(Map.of("type", "received", "cursor", view.cursor()));
    }
    send(planned);
  }

  private void send(PlannedOperation planned) {
    String ref = "r" + refs.incrementAndGet();
    long seen = planned.kind() == Kind.READ ? view.newestIn(planned.conversation()) : 0;
    LiveSocket line = socket;
    waiting.put(ref, new Sent(planned, line.number(), seen, recorder.now()));
    line.say(frame(planned, ref));
    if (!line.isOpen()) {
      forget(line, "the socket closed");
    }
  }

  private static Map<String, Object> frame(PlannedOperation planned, String ref) {
    Map<String, Object> frame = new TreeMap<>(Map.of("ref", ref));
    switch (planned.kind()) {
      case SEND -> frame.putAll(planned.body(Map.of("type", "message")));
      case READ, READ_ONE, DELETE -> frame.put("type", "read");
    }
    if (planned.kind() == Kind.READ_ONE) {
      frame.put("message_id", planned.subject());
    } else {
      frame.put("conversation_id", planned.conversation());
    }
    return frame;
  }

  private boolean isConnected() {
    if (socket.isOpen()) {
      return true;
    }
    Pause.millis(PAUSE_BEFORE_DIALLING);
    LiveSocket dialled =
        LiveSocket.dial(
            server, person.token(), view.cursor(), ++connections, this::heard, this::closed);
    socket = dialled;
    return dialled.isOpen();
  }

  private void giveUpOnSilence() {
    long oldest = recorder.now() - PATIENCE_NANOS;
    if (waiting.values().stream().anyMatch(each -> each.invoked() < oldest)) {
      socket.close();
      forget(socket, "no answer in time");
    }
  }

  private void closed(LiveSocket line) {
    forget(line, "the socket closed");
  }

  /** The outcome of operations running on that socket stays unknown. */
  private void forget(LiveSocket line, String reason) {
    waiting.forEach(
        (ref, sent) -> {
          if (sent.connection() == line.number() && waiting.remove(ref, sent)) {
            ended(sent, new Outcome.Unknown(reason));
          }
        });
  }

  private void ended(Sent sent, Outcome outcome) {
    ended(sent.planned(), sent.connection(), sent.seen(), sent.invoked(), outcome);
  }

  private void heard(JsonNode frame) {
    String type = frame.path("type").asText();
    switch (type) {
      case "new_message" -> saw(frame.path("data"), true);
      case "ack" -> acknowledged(frame);
      case "error" -> refused(frame);
      case "reset" -> unexpected("with a reset of a cursor that is good");
      default -> view.event(type, frame.path("data"));
    }
    // The position of a later hello is ahead of the frames this device has applied.
    boolean isApplied = !type.equals("heartbeat") && (!type.equals("hello") || isFirst());
    if (frame.has("cursor") && isApplied) {
      view.moveTo(frame.path("cursor").asText());
    }
  }

  private boolean isFirst() {
    return view.cursor() == null;
  }

  private void acknowledged(JsonNode frame) {
    JsonNode message = frame.path("message");
    // Without a cursor it is an answer apart from the log, and may come ahead of it.
    if (message.isObject() && frame.has("cursor")) {
      saw(message, true);
    }
    Sent sent = waiting.remove(frame.path("ref").asText());
    if (sent != null) {
      String id = message.path("id").asText("");
      ended(sent, new Outcome.Ok(id, message.path("seq").asLong(0)));
    }
  }

  private void refused(JsonNode frame) {
    String code = frame.path("code").asText();
    Sent sent = waiting.remove(frame.path("ref").asText());
    if (code.equals("internal_error")) {
      unexpected(code);
    }
    if (sent != null) {
      boolean isOpen = code.equals("unavailable") || code.equals("internal_error");
      ended(sent, isOpen ? new Outcome.Unknown(code) : new Outcome.Failed(code));
    }
  }

  @Override
  public void close() {
    super.close();
    socket.close();
  }
}
