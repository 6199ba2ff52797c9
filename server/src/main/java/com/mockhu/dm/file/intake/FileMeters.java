package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Metrics of uploads. */
public final class FileMeters {
  private final Counter stored = Metric.counter("dm_files_stored", "Files that were taken");
  private final Counter storedBytes =
      Metric.counter(
          "dm_files_stored_bytes", "Bytes of the files that were taken, thumbnails included");

  /** The start of each running upload, in nanoseconds. */
  private final Map<Object, Long> running = new ConcurrentHashMap<>();

  private final Tally<ErrorCode> refusals =
      new Tally<>(
          Metric.counter(
              "dm_upload_rejected", "Uploads that were refused, by error code", "reason"),
          ErrorCode.class,
          ErrorCode::code);

  /** Runs the upload and counts the reason when it is refused. */
  <T> T watch(Supplier<T> upload) {
    Object run = new Object();
    running.put(run, System.nanoTime());
    try {
      return upload.get();
    } catch (RuntimeException e) {
      ApiException known = ErrorMapper.map(e);
      refusals.add(known.code());
      throw known;
    } finally {
      running.remove(run);
    }
  }

  private double oldestSeconds() {
    long now = System.nanoTime();
    long longest = running.values().stream().mapToLong(begun -> now - begun).max().orElse(0);
    return longest / 1e9;
  }

  void stored(List<Upload> uploads) {
    stored.inc(uploads.size());
    storedBytes.inc(bytes(uploads));
  }

  private static long bytes(List<Upload> uploads) {
    return uploads.stream().mapToLong(Upload::bytes).sum();
  }

  public void addTo(Meters meters) {
    meters.add(stored, storedBytes, refusals.counter());
    meters.gauge(
        "dm_upload_oldest_seconds",
        "How long the oldest of the uploads under way has run",
        this::oldestSeconds);
  }
}
