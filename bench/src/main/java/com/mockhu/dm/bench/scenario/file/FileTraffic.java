package com.mockhu.dm.bench.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.PeakMemory;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.measure.ResidentMemory;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.rest.FileClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/** Files in and out: a photo's way, three large uploads at once, downloads beside nginx. */
public final class FileTraffic implements Scenario {
  private static final int AT_ONCE = 3;
  private static final int PHOTO_WIDTH = 4000;
  private static final int PHOTO_HEIGHT = 3000;
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String name() {
    return "files";
  }

  @Override
  public String purpose() {
    return "--photos 20 of 12 megapixels, 3 x --megabytes 50 at once, --downloads 20 beside --nginx URL";
  }

  @Override
  public Set<String> options() {
    return Set.of("photos", "megabytes", "downloads", "connections", "repetitions", "nginx");
  }

  @Override
  public Result run(Bench bench) {
    URI server = URI.create(bench.options().text("url").orElse("http://127.0.0.1:8080"));
    try (SampleFiles samples = new SampleFiles();
        FileClient client = new FileClient(server);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Person> people = bench.directory().newPeople(AT_ONCE);
      List<Figure> figures = new ArrayList<>(photos(bench, client, people, samples));
      Path archive = samples.archive(bench.options().count("megabytes", 50));
      bench.say("uploading %d large files at once".formatted(AT_ONCE));
      List<Round> rounds = new ArrayList<>();
      for (int i = 0; i < bench.options().count("repetitions", 5); i++) {
        rounds.add(Round.of(bench, client, people, archive, threads));
      }
      figures.addAll(Round.figures(rounds));
      Round last = rounds.getLast();
      figures.addAll(new Downloads(bench, threads).figures(server, last.kept()));
      return new Result(figures, List.of(remark(bench)), Optional.empty());
    }
  }

  private static String remark(Bench bench) {
    return bench.options().text("nginx").isPresent()
        ? "the server and nginx took turns, round by round, over the same file"
        : "there is no --nginx, so downloads are compared with nothing";
  }

  private static List<Figure> photos(
      Bench bench, FileClient client, List<Person> people, SampleFiles samples) {
    Path photo = samples.photo(PHOTO_WIDTH, PHOTO_HEIGHT);
    int count = bench.options().count("photos", 20);
    bench.say("uploading %d photos of 12 megapixels, one after the other".formatted(count));
    Histogram latencies = Latency.histogram();
    client.upload(people.getFirst(), "image", photo);
    ProcessorTime start = bench.meter().read();
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      client.upload(people.getFirst(), "image", photo);
      latencies.recordValue(System.nanoTime() - begin);
    }
    ProcessorTime used = bench.meter().read().since(start);
    Latency latency = Latency.of(latencies);
    return List.of(
        Figure.once("photo, sent to answered p50", "ms", latency.p50()),
        Figure.once("photo, sent to answered max", "ms", latency.max()),
        Figure.once("photo, server CPU", "s", used.server() / count));
  }

  /** One time all large files at once; {@code peak} in KiB, {@code kept} one of them. */
  private record Round(double seconds, double before, double peak, long bytes, JsonNode kept) {

    static Round of(
        Bench bench, FileClient client, List<Person> people, Path file, ExecutorService threads) {
      double before = ResidentMemory.kibibytes(bench.server());
      long start = System.nanoTime();
      try (PeakMemory peak = PeakMemory.of(bench.server())) {
        List<CompletableFuture<JsonNode>> uploads =
            people.stream()
                .map(
                    person ->
                        CompletableFuture.supplyAsync(
                            () -> client.upload(person, "file", file), threads))
                .toList();
        List<JsonNode> kept = uploads.stream().map(CompletableFuture::join).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes = kept.stream().mapToLong(each -> each.path("size").asLong()).sum();
        return new Round(seconds, before, peak.kibibytes(), bytes, kept.getFirst());
      }
    }

    static List<Figure> figures(List<Round> rounds) {
      return List.of(
          Figure.over(rounds, "large uploads", "1/s", each -> AT_ONCE / each.seconds),
          Figure.over(
              rounds,
              "large uploads, in all",
              "MB/s",
              each -> each.bytes / MEGABYTE / each.seconds),
          Figure.over(rounds, "memory before", "MiB", each -> each.before / 1024),
          Figure.over(rounds, "memory at most", "MiB", each -> each.peak / 1024));
    }
  }
}
