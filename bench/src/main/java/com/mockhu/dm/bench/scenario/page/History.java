package com.mockhu.dm.bench.scenario.page;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.Contest;
import com.mockhu.dm.bench.series.Contests;
import com.mockhu.dm.bench.series.MeasuredLoad;
import com.mockhu.dm.bench.series.RunSeries;
import com.mockhu.dm.bench.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pages of short and of very long conversations: a page must cost the same in all of them. */
public final class History implements Scenario {
  public static final int STANDARD_READERS = 16;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public String purpose() {
    return "--readers 16 read the newest and a middle page of --sizes 1000,100000,1000000 messages";
  }

  @Override
  public Set<String> options() {
    return Contests.with("sizes", "readers");
  }

  @Override
  public Result run(Bench bench) {
    int readers = bench.options().count("readers", STANDARD_READERS);
    List<MeasuredLoad> parties = new ArrayList<>();
    List<LongConversation> conversations = new ArrayList<>();
    for (int size : bench.options().counts("sizes", "1000,100000,1000000")) {
      bench.say("filling a conversation with %,d messages".formatted(size));
      LongConversation conversation = LongConversation.of(bench, size);
      Contender.Pages pages = conversation.readers(readers);
      parties.add(party(bench, "newest of %,d".formatted(size), pages.newest()));
      parties.add(party(bench, "middle of %,d".formatted(size), pages.middle()));
      conversations.add(conversation);
    }
    List<RunSeries> allSeries =
        Contest.of(bench, 3, 4, 1).run(parties, talk -> talk.startClosedLoop(1));
    return new Result(
        Contests.figures("pages", allSeries),
        Contests.remarks("pages", allSeries),
        Optional.of(verify(conversations)));
  }

  private static MeasuredLoad party(Bench bench, String name, Talk talk) {
    return new MeasuredLoad(name, bench.meter(), talk, () -> {});
  }

  private static Verification verify(List<LongConversation> conversations) {
    return conversations.stream()
        .map(LongConversation::verify)
        .reduce(Verification.NOTHING, Verification::plus);
  }
}
