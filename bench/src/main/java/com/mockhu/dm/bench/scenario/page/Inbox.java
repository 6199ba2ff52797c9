package com.mockhu.dm.bench.scenario.page;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.series.Contest;
import com.mockhu.dm.bench.series.Contests;
import com.mockhu.dm.bench.series.MeasuredLoad;
import com.mockhu.dm.bench.series.RunSeries;
import com.mockhu.dm.bench.talk.ClosedTalk;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.socket.HttpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of a large inbox beside those of a small one: the number of conversations must not show.
 */
public final class Inbox implements Scenario {
  @Override
  public String name() {
    return "inbox";
  }

  @Override
  public String purpose() {
    return "--readers 16 read first, deep and unread pages of inboxes with --sizes 50,5000";
  }

  @Override
  public Set<String> options() {
    return Contests.with("sizes", "readers");
  }

  @Override
  public Result run(Bench bench) {
    List<MeasuredLoad> parties = new ArrayList<>();
    List<FullInbox> inboxes = new ArrayList<>();
    for (int size : bench.options().counts("sizes", "50,5000")) {
      bench.say("filling an inbox with %,d conversations".formatted(size));
      FullInbox inbox = FullInbox.of(bench, size);
      inbox.paths().forEach((name, path) -> parties.add(party(bench, inbox, name, path)));
      inboxes.add(inbox);
    }
    List<RunSeries> allSeries =
        Contest.of(bench, 3, 4, 1).run(parties, talk -> talk.startClosedLoop(1));
    return new Result(
        Contests.figures("inbox", allSeries),
        Contests.remarks("inbox", allSeries),
        Optional.of(
            inboxes.stream()
                .map(FullInbox::verify)
                .reduce(Verification.NOTHING, Verification::plus)));
  }

  private static MeasuredLoad party(Bench bench, FullInbox inbox, String name, String path) {
    Lane lane = new Lane(bench.sockets().nextLoop());
    byte[] request = HttpLine.get(path, inbox.owner().token());
    List<Writer> readers = new ArrayList<>();
    for (int i = 0; i < bench.options().count("readers", History.STANDARD_READERS); i++) {
      readers.add(new PageReader(lane, bench.sockets().openHttp(lane.loop()).join(), request));
    }
    Talk talk = new ClosedTalk(Map.of(lane, readers));
    return new MeasuredLoad(
        "%s of %,d".formatted(name, inbox.size()), bench.meter(), talk, () -> {});
  }
}
