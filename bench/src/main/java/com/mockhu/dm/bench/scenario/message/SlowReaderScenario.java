package com.mockhu.dm.bench.scenario.message;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.talk.Traffic;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures pairs with and without one client that never reads, in turns. The spread over the rounds
 * separates the client's effect from noise of the machine.
 */
public final class SlowReaderScenario implements Scenario {
  private static final int LONG_TEXT = 9_000;

  @Override
  public String name() {
    return "deaf";
  }

  @Override
  public String purpose() {
    return "--pairs 200 talk --seconds 30 with and without a client that never reads, --rounds 2";
  }

  @Override
  public Set<String> options() {
    return Set.of("pairs", "seconds", "rounds", "warm-up", "content-length");
  }

  @Override
  public Result run(Bench bench) {
    Options options = bench.options();
    Traffic pairs = Traffic.between(bench, options.count("pairs", 200), true);
    Traffic loud = Traffic.between(bench, 1, true, LONG_TEXT);
    pairs.startClosedLoop(1);
    loud.startClosedLoop(1);
    Pause.of(options.duration("warm-up", Duration.ofSeconds(15)));
    pairs.cut();
    Duration length = options.duration("seconds", Duration.ofSeconds(30));
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    AtomicInteger closed = new AtomicInteger();
    for (int i = 0; i < options.count("rounds", 2); i++) {
      without.add(perSecond(pairs, length));
      Socket slowReader = connectWithoutReading(bench, loud.readers().getFirst(), closed);
      with.add(perSecond(pairs, length));
      slowReader.hear();
      Pause.of(Duration.ofSeconds(1));
      slowReader.close();
      bench.say(
          "round %d: %,.0f/s without, %,.0f/s with"
              .formatted(i + 1, without.getLast(), with.getLast()));
    }
    pairs.allowSending(false);
    loud.allowSending(false);
    double ratio = mean(with) / mean(without);
    return new Result(
        List.of(
            new Figure("without", "1/s", without),
            new Figure("with a client that never reads", "1/s", with),
            Figure.once("with / without", "ratio", ratio)),
        List.of(
            "the server closed %d of %d clients that never read"
                .formatted(closed.get(), with.size())),
        Optional.empty());
  }

  private static double perSecond(Traffic pairs, Duration length) {
    pairs.cut();
    long start = System.nanoTime();
    Pause.of(length);
    return pairs.cut().acknowledged / ((System.nanoTime() - start) / 1e9);
  }

  private static Socket connectWithoutReading(Bench bench, Person person, AtomicInteger closed) {
    SocketListener silent =
        new SocketListener() {
          @Override
          public void text(byte[] bytes, int length) {}

          @Override
          public void closed(int code) {
            closed.incrementAndGet();
          }
        };
    Socket slowReader = bench.sockets().open(person, bench.sockets().nextLoop(), silent).join();
    slowReader.stopHearing();
    return slowReader;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
