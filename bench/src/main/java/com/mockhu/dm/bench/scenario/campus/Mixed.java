package com.mockhu.dm.bench.scenario.campus;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A day of a campus: everything that people do, in proportion, at a fixed rate (open loop). */
public final class Mixed implements Scenario {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** People whose unread count differs from their unread messages. */
  private static final String WRONG_BADGES =
      """
      SELECT count(*) FROM participants p
       WHERE unread_count <> (
         SELECT count(*) FROM messages m
          WHERE m.conversation_id = p.conversation_id AND m.sender_id <> p.user_id
            AND m.seq > p.read_seq AND m.seq > p.cleared_seq AND m.deleted_at IS NULL
            AND NOT EXISTS (
              SELECT FROM reads r
               WHERE r.conversation_id = m.conversation_id AND r.user_id = p.user_id
                 AND m.seq BETWEEN r.from_seq AND r.up_to_seq))""";

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public String purpose() {
    return "--rate 500 operations a second among --pairs 200: sends, typing, reads, pages, uploads";
  }

  @Override
  public Set<String> options() {
    return Set.of("pairs", "rate", "warm-up", "seconds", "content-length");
  }

  @Override
  public Result run(Bench bench) {
    Options options = bench.options();
    Campus campus = Campus.of(bench, options.count("pairs", 200));
    campus.startOpenLoop(options.count("rate", 500));
    bench.say("warming up");
    Pause.of(options.duration("warm-up", Duration.ofSeconds(15)));
    OperationLog all = campus.cutDiary();
    Tally total = campus.cut();
    long uploads = all.count(Activity.UPLOAD);
    ProcessorTime before = bench.meter().read();
    long start = System.nanoTime();
    Pause.of(options.duration("seconds", Duration.ofSeconds(60)));
    OperationLog measured = campus.cutDiary();
    double seconds = (System.nanoTime() - start) / 1e9;
    ProcessorTime used = bench.meter().read().since(before);
    Tally tally = campus.cut();
    campus.allowSending(false);
    List<Figure> figures = figures(measured, tally, used, seconds);
    total.add(tally);
    campus.drain(total);
    OperationLog rest = awaitRest(campus, all.open() + measured.open());
    uploads += measured.count(Activity.UPLOAD) + rest.count(Activity.UPLOAD);
    return new Result(
        figures,
        List.of(
            "%,d messages sent, %,d acknowledged, %,d refused, %,d delivered"
                .formatted(total.sent, total.acknowledged, total.refused, total.delivered),
            "%,d uploads confirmed, %,d in the database".formatted(uploads, uploads(bench))),
        Optional.of(verify(bench, campus, uploads)));
  }

  /** The last answers, which came after the load had ended. */
  private static OperationLog awaitRest(Campus campus, long open) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (campus.lane.call(() -> campus.diary.open()) + open > 0 && System.nanoTime() < deadline) {
      Pause.of(Duration.ofMillis(Talk.LOOK_EVERY_MILLIS));
    }
    return campus.cutDiary();
  }

  private static List<Figure> figures(
      OperationLog diary, Tally tally, ProcessorTime used, double seconds) {
    List<Figure> figures = new ArrayList<>(diary.figures(seconds));
    Latency acknowledgement = Latency.of(tally.toAcknowledgement);
    Latency delivery = Latency.of(tally.toRecipient);
    double thousands = diary.finished() / 1000.0;
    figures.removeIf(figure -> figure.name().startsWith(Activity.SEND.label() + " "));
    figures.add(Figure.once("send to ack p50", "ms", acknowledgement.p50()));
    figures.add(Figure.once("send to ack p99", "ms", acknowledgement.p99()));
    figures.add(Figure.once("send to recipient p50", "ms", delivery.p50()));
    figures.add(Figure.once("send to recipient p99", "ms", delivery.p99()));
    figures.add(Figure.once("server CPU", "s/1000", used.server() / thousands));
    figures.add(Figure.once("PostgreSQL CPU", "s/1000", used.postgres() / thousands));
    return figures;
  }

  private static long uploads(Bench bench) {
    return bench
        .requiredDatabase()
        .number("SELECT (SELECT count(*) FROM uploads) + (SELECT count(*) FROM sent_files)");
  }

  private static Verification verify(Bench bench, Campus campus, long uploads) {
    Database database = bench.requiredDatabase();
    long stored = uploads(bench);
    return campus
        .verify(database)
        .plus(new Verification(uploads, stored, Math.max(0, uploads - stored), 0, 0, 0))
        .plus(new Verification(0, 0, 0, 0, 0, database.number(WRONG_BADGES)));
  }
}
