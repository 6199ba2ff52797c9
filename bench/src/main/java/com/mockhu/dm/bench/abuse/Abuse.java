package com.mockhu.dm.bench.abuse;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.PeakMemory;
import com.mockhu.dm.bench.measure.ProcessFamily;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.wire.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Measures the effect of each attack on other people's sends and on the server's resources. */
public final class Abuse implements Scenario {
  private static final int ATTACKERS = 34;

  /** Time to wait for late responses, which count too. */
  private static final Duration LATEST = Duration.ofSeconds(30);

  private static final long AFTER_MILLIS = 5_000;
  private static final int STILL_RUNNING = 50;

  @Override
  public String name() {
    return "abuse";
  }

  @Override
  public String purpose() {
    return "--attacks all of them, --seconds 20 each, while --people 1300 send --rate 100 a second";
  }

  @Override
  public Set<String> options() {
    return Set.of("attacks", "seconds", "people", "rate", "latency-millis", "memory-megabytes");
  }

  @Override
  public Result run(Bench bench) {
    Options options = bench.options();
    List<Attack> attacks = chosen(options.text("attacks").orElse(""));
    ProcessFamily family = new ProcessFamily(bench.server(), options.pid("postgres-pid"));
    Bounds bounds =
        new Bounds(options.count("latency-millis", 500), options.count("memory-megabytes", 2048));
    List<Outcome> outcomes = new ArrayList<>();
    try (OtherPeople others =
        OtherPeople.gather(bench, options.count("people", 1300), options.count("rate", 100))) {
      others.start();
      quietly(AFTER_MILLIS);
      others.cut();
      for (Attack attack : attacks) {
        Outcome outcome = measure(bench, family, others, attack);
        bench.say(bounds.sentence(outcome));
        outcomes.add(outcome);
      }
    }
    return result(outcomes, bounds);
  }

  private static List<Attack> chosen(String names) {
    List<String> wanted = names.isEmpty() ? List.of() : List.of(names.split(","));
    List<Attack> all = new ArrayList<>(List.of(new NoAttack()));
    all.addAll(Attacks.all());
    if (!wanted.isEmpty()) {
      all.addAll(Attacks.beyondLimits());
      all.removeIf(attack -> !wanted.contains(attack.name()));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("There is no attack " + names);
    }
    return all;
  }

  private static Outcome measure(
      Bench bench, ProcessFamily family, OtherPeople others, Attack attack) {
    attack.prepare();
    Target.Scene scene = scene(bench);
    double processor = family.processorSeconds();
    others.cut();
    try (PeakMemory peak = PeakMemory.of(family::kibibytes)) {
      long length = bench.options().duration("seconds", Duration.ofSeconds(20)).toNanos();
      attack.run(new Target(scene, System.nanoTime() + length));
      settle(others);
      OtherPeople.Noticed noticed = others.cut();
      double most = peak.kibibytes();
      Thread.sleep(AFTER_MILLIS);
      return new Outcome(
          attack.name(),
          noticed,
          family.processorSeconds() - processor,
          most / 1024,
          family.kibibytes() / 1024);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** New attackers, the first of whom has unread messages of the others. */
  private static Target.Scene scene(Bench bench) {
    URI server = URI.create(bench.options().text("url").orElse("http://127.0.0.1:8080"));
    List<Person> attackers = bench.directory().newPeople(ATTACKERS);
    List<UUID> conversations = new ArrayList<>();
    for (Person friend : attackers.subList(1, attackers.size())) {
      UUID conversation = bench.directory().openConversation(friend, attackers.getFirst());
      bench.directory().send(friend, conversation, "hi");
      conversations.add(conversation);
    }
    return new Target.Scene(server, attackers, conversations);
  }

  private static void settle(OtherPeople others) throws InterruptedException {
    long end = System.nanoTime() + LATEST.toNanos();
    while (others.outstanding() > STILL_RUNNING && System.nanoTime() < end) {
      Thread.sleep(100);
    }
  }

  private static void quietly(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Result result(List<Outcome> outcomes, Bounds bounds) {
    List<Figure> figures = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      String name = outcome.name();
      figures.add(Figure.once(name + ": p50 of others", "ms", outcome.noticed().latency().p50()));
      figures.add(Figure.once(name + ": p99 of others", "ms", outcome.noticed().latency().p99()));
      figures.add(Figure.once(name + ": others failed", "", outcome.noticed().failed()));
      figures.add(Figure.once(name + ": server's processor", "s", outcome.processorSeconds()));
      figures.add(Figure.once(name + ": memory at most", "MiB", outcome.most()));
      figures.add(Figure.once(name + ": memory after", "MiB", outcome.after()));
    }
    return new Result(
        figures,
        outcomes.stream().map(bounds::sentence).toList(),
        Optional.empty(),
        outcomes.stream().allMatch(bounds::hold));
  }
}
