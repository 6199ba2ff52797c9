package com.mockhu.dm.chaos.client.device;

import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.check.Stored;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.history.Operation;
import com.mockhu.dm.chaos.history.Operation.Kind;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.chaos.history.Sight;
import com.mockhu.dm.chaos.history.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A person's device: runs one operation after the other, and repeats repeatable ones until their
 * outcome is known.
 */
public abstract class Device implements AutoCloseable {
  /** Expected error codes; any other code is a bug of the server. */
  private static final Set<String> REFUSALS =
      Set.of("403 not_participant", "not_participant", "403 too_late");

  private static final double READING_ONE = 0.05;
  private static final long PAUSE_AFTER_FAILURE = 250;

  protected final String name;
  protected final Person person;
  protected final Recorder recorder;
  protected final Habits habits;
  protected final View view;
  private final Queue<PlannedOperation> again = new ConcurrentLinkedQueue<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<PlannedOperation> lastSent = new AtomicReference<>();
  private volatile boolean isWriting = true;
  private volatile boolean isBeginning;
  private volatile boolean isStopped;

  Device(String name, Person person, Recorder recorder, Habits habits) {
    this.name = name;
    this.person = person;
    this.recorder = recorder;
    this.habits = habits;
    this.view = new View(person.id().toString());
  }

  public final String name() {
    return name;
  }

  public void start() {
    Thread.ofVirtual().name(name).start(this::work);
  }

  private void work() {
    while (!isStopped) {
      tend();
      PlannedOperation repeated = again.poll();
      if (repeated != null) {
        attempt(repeated);
        Pause.millis(PAUSE_AFTER_FAILURE);
      } else {
        begin();
      }
      Pause.millis(habits.thinkMillis());
    }
  }

  /** Said before it is looked whether to write: who then sees neither has seen the last attempt. */
  private void begin() {
    isBeginning = true;
    if (isWriting) {
      attempt(nextOperation());
    }
    isBeginning = false;
  }

  /** Takes its position in the log before any send; throws when it cannot. */
  public abstract void join();

  /** Keeps its connection alive. */
  void tend() {}

  protected void repeat(PlannedOperation planned) {
    again.add(planned);
  }

  /** Chooses the next operation. It depends on responses only in which message is read. */
  PlannedOperation nextOperation() {
    return habits.happens(READING_ONE) ? readOne().orElseGet(habits::next) : habits.next();
  }

  private Optional<PlannedOperation> readOne() {
    String self = person.id().toString();
    return messages().reversed().stream()
        .filter(each -> each.isUnreadFor(self))
        .findFirst()
        .map(
            each ->
                new PlannedOperation(
                    Kind.READ_ONE, each.conversation(), each.id(), null, List.of()));
  }

  /** Tries it once; {@link #ended} is called when its outcome is known, on any thread. */
  abstract void attempt(PlannedOperation planned);

  /** Whether nothing is under way or waiting to be repeated. */
  public boolean isQuiet() {
    return !isWriting && !isBeginning && again.isEmpty();
  }

  /** Starts no new operations; repetitions continue. */
  public void stopWriting() {
    isWriting = false;
  }

  /** How many attempts have ended. */
  public int done() {
    return done.get();
  }

  /** Of the message that was acknowledged last, once. */
  protected Optional<PlannedOperation> deletion() {
    return Optional.ofNullable(lastSent.getAndSet(null));
  }

  public List<Stored> messages() {
    return view.messages();
  }

  protected boolean isStopped() {
    return isStopped;
  }

  protected void ended(
      PlannedOperation planned, int connection, long seen, long invoked, Outcome outcome) {
    recorder.add(
        new Operation(
            planned.kind(),
            person.id().toString(),
            name,
            connection,
            planned.conversation(),
            planned.subject(),
            planned.key(),
            seen,
            invoked,
            recorder.now(),
            outcome));
    done.incrementAndGet();
    switch (outcome) {
      case Outcome.Unknown unknown when planned.isRepeatable() -> again.add(planned);
      case Outcome.Failed failed -> complain(failed);
      case Outcome.Unknown ignored -> {}
      case Outcome.Ok ok when planned.kind() == Kind.SEND -> lastSent.set(deletion(planned, ok));
      case Outcome.Ok ignored -> {}
    }
  }

  private static PlannedOperation deletion(PlannedOperation sent, Outcome.Ok ok) {
    return new PlannedOperation(Kind.DELETE, sent.conversation(), ok.messageId(), null, List.of());
  }

  private void complain(Outcome.Failed failed) {
    boolean isExpected =
        REFUSALS.contains(failed.reason()) || failed.reason().startsWith("not sent");
    if (!isExpected) {
      unexpected(failed.reason());
    }
  }

  protected void unexpected(String what) {
    recorder.trouble(Trouble.Kind.UNEXPECTED, name + " was answered " + what);
  }

  /** The device was shown a message. */
  protected void saw(com.fasterxml.jackson.databind.JsonNode message, boolean isLive) {
    if (view.message(message)) {
      recorder.add(
          new Sight(
              name,
              isLive,
              message.path("conversation_id").asText(),
              message.path("id").asText(),
              message.path("seq").asLong(),
              recorder.now()));
    }
  }

  @Override
  public void close() {
    isStopped = true;
  }
}
