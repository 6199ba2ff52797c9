package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.MemoryReading;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.scenario.crowd.Crowd;
import com.mockhu.dm.bench.scenario.page.LongConversation;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.SilentCrowd;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mockhu DM as a contender in {@code peers}. */
final class MockhuServer implements Contender {
  private final Bench bench;
  private final Database administration;
  private final List<Traffic> traffics = new ArrayList<>();
  private final List<LongConversation> histories = new ArrayList<>();

  /** Asks for a second database address: a checkpoint takes more rights than the server has. */
  MockhuServer(Bench bench) {
    this.bench = bench;
    this.administration = Database.connect(bench.options().required("administration-url"));
  }

  @Override
  public String name() {
    return "mockhu";
  }

  @Override
  public String version() {
    return bench.options().text("label").orElse("unknown");
  }

  @Override
  public ProcessorTime.Meter meter() {
    return bench.meter();
  }

  @Override
  public Map<String, String> database() {
    return administration.settings();
  }

  @Override
  public Talk pairs(int pairs, boolean isClosedLoop) {
    Traffic traffic = Traffic.between(bench, pairs, isClosedLoop);
    traffics.add(traffic);
    return traffic;
  }

  @Override
  public SilentCrowd gather(int sockets) {
    return Crowd.gather(bench, sockets);
  }

  @Override
  public Pages history(int messages, int readers) {
    LongConversation conversation = LongConversation.of(bench, messages);
    histories.add(conversation);
    return conversation.readers(readers);
  }

  @Override
  public void settle() {
    administration.change("CHECKPOINT");
  }

  @Override
  public double memory() {
    return MemoryReading.of(bench.server()).resident();
  }

  @Override
  public Audit audit(long delivered) {
    Verification verification = Verification.NOTHING;
    for (Traffic traffic : traffics) {
      verification = verification.plus(traffic.verify(bench.requiredDatabase()));
    }
    for (LongConversation history : histories) {
      verification = verification.plus(history.verify());
    }
    return new Audit(
        verification,
        "%s: %,d delivered and acknowledged, each compared with its row"
            .formatted(name(), delivered));
  }

  @Override
  public void close() {
    administration.close();
  }
}
