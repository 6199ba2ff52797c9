package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.abuse.Abuse;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.scenario.campus.Mixed;
import com.mockhu.dm.bench.scenario.crowd.Idle;
import com.mockhu.dm.bench.scenario.crowd.ReconnectStorm;
import com.mockhu.dm.bench.scenario.crowd.TalkingCrowd;
import com.mockhu.dm.bench.scenario.file.FileTraffic;
import com.mockhu.dm.bench.scenario.message.Pairs;
import com.mockhu.dm.bench.scenario.message.Rate;
import com.mockhu.dm.bench.scenario.message.Receipts;
import com.mockhu.dm.bench.scenario.message.SlowReaderScenario;
import com.mockhu.dm.bench.scenario.page.History;
import com.mockhu.dm.bench.scenario.page.Inbox;
import com.mockhu.dm.bench.scenario.peer.Peers;
import com.mockhu.dm.bench.scenario.start.Start;
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
