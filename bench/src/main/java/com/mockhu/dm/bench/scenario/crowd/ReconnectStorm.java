package com.mockhu.dm.bench.scenario.crowd;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.wire.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** All clients reconnect at the same time after missing messages. */
public final class ReconnectStorm implements Scenario {
  private static final int STANDARD_CLIENTS = 10_000;
  private static final int STANDARD_MISSED = 3;

  /** Used for the preparation, not during the storm. */
  private static final int AT_ONCE = 64;

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public String purpose() {
    return "--clients 10000 come back at once with cursors, each having missed --missed 3 messages";
  }

  @Override
  public Set<String> options() {
    return Set.of("clients", "missed");
  }

  @Override
  public Result run(Bench bench) {
    int clients = 2 * ((bench.options().count("clients", STANDARD_CLIENTS) + 1) / 2);
    int missed = bench.options().count("missed", STANDARD_MISSED);
    List<Person> people = bench.directory().newPeople(clients);
    Lane lane = new Lane(bench.sockets().nextLoop());
    List<String> places = gently(clients, i -> Returning.glance(bench, lane, people.get(i)));
    bench.say("everybody knows where they stand; writing what they will have missed");
    gently(clients / 2, i -> write(bench, lane, people.get(2 * i), people.get(2 * i + 1), missed));
    bench.say("all come back");
    return storm(bench, lane, people, places, missed);
  }

  private static Result storm(
      Bench bench, Lane lane, List<Person> people, List<String> places, int missed) {
    ProcessorTime before = bench.meter().read();
    long start = System.nanoTime();
    List<CompletableFuture<Integer>> returns = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      returns.add(Returning.since(bench, lane, people.get(i), places.get(i)));
    }
    List<Integer> told =
        returns.stream().map(each -> each.exceptionally(ReconnectStorm::lost).join()).toList();
    double seconds = (System.nanoTime() - start) / 1e9;
    ProcessorTime used = bench.meter().read().since(before);
    long served = told.stream().filter(count -> count == missed).count();
    return new Result(
        List.of(
            Figure.once("all caught up", "s", seconds),
            Figure.once("server CPU", "s", used.server()),
            Figure.once("PostgreSQL CPU", "s", used.postgres()),
            Figure.once("generator CPU", "s", used.generator())),
        List.of(
            "%,d of %,d came back and got exactly the %d messages they had missed"
                .formatted(served, people.size(), missed),
            "%,d were refused or closed".formatted(told.stream().filter(n -> n < 0).count())),
        Optional.empty());
  }

  private static int lost(Throwable failure) {
    System.err.println("Not served: " + failure);
    return -1;
  }

  /**
   * The writer's other devices also receive the writer's messages, so each message counts for both
   * people.
   */
  private static CompletableFuture<Void> write(
      Bench bench, Lane lane, Person writer, Person reader, int count) {
    return CompletableFuture.runAsync(
        () -> {
          var conversation = bench.directory().openConversation(writer, reader);
          for (int i = 0; i < count; i++) {
            bench.directory().send(writer, conversation, "missed " + i);
          }
        });
  }

  private static <T> List<T> gently(int count, IntFunction<CompletableFuture<T>> work) {
    Semaphore places = new Semaphore(AT_ONCE);
    List<CompletableFuture<T>> begun = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.acquireUninterruptibly();
      begun.add(work.apply(i).whenComplete((_, _) -> places.release()));
    }
    return begun.stream().map(CompletableFuture::join).toList();
  }
}
