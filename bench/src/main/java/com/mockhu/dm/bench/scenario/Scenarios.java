package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.abuse.Abuse;
import java.util.List;
import java.util.Optional;

/** All scenarios there are. */
public final class Scenarios {
  private static final List<Scenario> ALL =
      List.of(
          new Pairs(),
          new Rate(),
          new Receipts(),
          new Idle(),
          new TalkingCrowd(),
          new ReconnectStorm(),
          new SlowReaderScenario(),
          new FileTraffic(),
          new History(),
          new Inbox(),
          new Mixed(),
          new Start(),
          new Abuse(),
          new Peers());

  private Scenarios() {}

  public static List<Scenario> all() {
    return ALL;
  }

  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }
}
