package com.mockhu.dm.bench.abuse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.HttpLine;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * People who send over REST at a fixed rate, whether or not the server keeps up, each well within
 * their limit. What is counted belongs to the event loop.
 */
final class OtherPeople implements AutoCloseable {
  private static final int LINES = 64;
  private static final long TICK_MILLIS = 5;

  private final Bench bench;
  private final EventLoop loop;
  private final long interval;
  private final List<byte[]> sends = new ArrayList<>();
  private final HttpLine[] lines = new HttpLine[LINES];
  private Histogram latency = Latency.histogram();
  private long failed;
  private long outstanding;
  private long nextDue;
  private int next;
  private Future<?> ticking;

  /**
   * The results of one interval.
   *
   * @param failed answers other than 201, and none at all
   */
  record Noticed(Latency latency, long sent, long failed) {}

  private OtherPeople(Bench bench, int perSecond) {
    this.bench = bench;
    this.loop = bench.sockets().nextLoop();
    this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  static OtherPeople gather(Bench bench, int people, int perSecond) {
    OtherPeople others = new OtherPeople(bench, perSecond);
    List<Person> all = bench.directory().newPeople(people / 2 * 2);
    for (int i = 0; i < all.size(); i += 2) {
      UUID conversation = bench.directory().openConversation(all.get(i), all.get(i + 1));
      others.sends.add(send(all.get(i), conversation));
      others.sends.add(send(all.get(i + 1), conversation));
    }
    for (int i = 0; i < LINES; i++) {
      others.lines[i] = bench.sockets().openHttp(others.loop).join();
    }
    return others;
  }

  private static byte[] send(Person sender, UUID conversation) {
    String body = "{\"message_type\":\"text\",\"content\":\"See you at the library at five.\"}";
    return HttpLine.post(
        "/v1/conversations/" + conversation + "/messages",
        sender.token(),
        "application/json",
        body.getBytes(US_ASCII));
  }

  void start() {
    nextDue = System.nanoTime();
    ticking = loop.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    for (long now = System.nanoTime(); nextDue <= now; nextDue += interval) {
      ask(nextDue);
    }
  }

  private void ask(long due) {
    int number = next++;
    int place = number % LINES;
    outstanding++;
    lines[place].ask(
        sends.get(number % sends.size()), (status, body, length) -> answered(place, due, status));
  }

  private void answered(int place, long due, int status) {
    outstanding--;
    latency.recordValue(System.nanoTime() - due);
    if (status != 201) {
      failed++;
    }
    if (status == 0) {
      bench
          .sockets()
          .openHttp(loop)
          .whenComplete((line, failure) -> lines[place] = line == null ? lines[place] : line);
    }
  }

  /** Returns the counters and resets them. */
  Noticed cut() {
    return Lane.call(
        loop,
        () -> {
          Noticed noticed = new Noticed(Latency.of(latency), latency.getTotalCount(), failed);
          latency = Latency.histogram();
          failed = 0;
          return noticed;
        });
  }

  /** The number of sends without a response. */
  long outstanding() {
    return Lane.call(loop, () -> outstanding);
  }

  @Override
  public void close() {
    ticking.cancel(false);
    loop.execute(() -> List.of(lines).forEach(HttpLine::close));
  }
}
