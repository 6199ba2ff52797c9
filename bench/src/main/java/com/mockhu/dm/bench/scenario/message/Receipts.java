package com.mockhu.dm.bench.scenario.message;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.series.Contest;
import com.mockhu.dm.bench.series.Contests;
import com.mockhu.dm.bench.series.MeasuredLoad;
import com.mockhu.dm.bench.series.RunSeries;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cost of delivery and read receipts: for single messages, 50 at a time, and beside both the
 * same sending without receipts.
 */
public final class Receipts implements Scenario {
  @Override
  public String name() {
    return "receipts";
  }

  @Override
  public String purpose() {
    return "--pairs 50 whose readers acknowledge and read each message singly, or 50 at a time";
  }

  @Override
  public Set<String> options() {
    return Contests.with("pairs", "content-length");
  }

  @Override
  public Result run(Bench bench) {
    int pairs = bench.options().count("pairs", 50);
    List<ReceiptTalk> talks =
        Stream.of(
                ReceiptMode.SINGLY, ReceiptMode.FIFTY, ReceiptMode.NO_SINGLE, ReceiptMode.NO_FIFTY)
            .map(mode -> ReceiptTalk.between(bench, pairs, mode))
            .toList();
    List<MeasuredLoad> parties =
        talks.stream()
            .map(talk -> new MeasuredLoad(talk.mode().name(), bench.meter(), talk, () -> {}))
            .toList();
    List<RunSeries> courses =
        Contest.of(bench, 3, 6, 1).run(parties, talk -> talk.startClosedLoop(1));
    return new Result(
        courses.stream().flatMap(course -> course.figures("receipts").stream()).toList(),
        Contests.remarks("receipts", courses),
        bench.database().map(database -> verify(talks, database)));
  }

  private static Verification verify(List<ReceiptTalk> talks, Database database) {
    return talks.stream()
        .map(talk -> talk.verify(database))
        .reduce(Verification.NOTHING, Verification::plus);
  }
}
