package com.mockhu.dm.bench.scenario.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.wire.rest.Download;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * One file, read from the server and from nginx in turns: whatever else the machine does meanwhile
 * slows both.
 */
record Downloads(Bench bench, ExecutorService threads) {
  private static final double MEGABYTE = 1 << 20;

  List<Figure> figures(URI server, JsonNode kept) {
    URI own = server.resolve(kept.path("signed_url").asText());
    Optional<URI> nginx =
        bench
            .options()
            .text("nginx")
            .map(url -> URI.create(url).resolve(kept.path("url").asText()));
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    bench.say("downloading");
    speed(own);
    nginx.ifPresent(url -> speed(url));
    for (int i = 0; i < bench.options().count("repetitions", 5); i++) {
      ours.add(speed(own));
      nginx.ifPresent(url -> theirs.add(speed(url)));
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < theirs.size(); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    return List.of(
        new Figure("download", "MB/s", ours),
        new Figure("download from nginx", "MB/s", theirs),
        new Figure("download, to nginx", "ratio", ratios));
  }

  /** In MB a second, over all connections together. */
  private double speed(URI url) {
    int count = bench.options().count("downloads", 20);
    int connections = bench.options().count("connections", 2);
    long start = System.nanoTime();
    List<CompletableFuture<Long>> running = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int share = count / connections + (i < count % connections ? 1 : 0);
      running.add(CompletableFuture.supplyAsync(() -> bytes(url, share), threads));
    }
    long bytes = running.stream().mapToLong(CompletableFuture::join).sum();
    return bytes / MEGABYTE / ((System.nanoTime() - start) / 1e9);
  }

  private static long bytes(URI url, int times) {
    try (Download download = new Download(url)) {
      long bytes = 0;
      for (int i = 0; i < times; i++) {
        bytes += download.once();
      }
      return bytes;
    }
  }
}
