package com.mockhu.dm.file.scan;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Scans files with clamd. */
public final class VirusScanner {
  private static final long PING_SECONDS = 2;

  private final ScanSettings settings;

  public VirusScanner(ScanSettings settings) {
    this.settings = settings;
  }

  /** Whether clamd answers within two seconds. */
  public boolean answers() {
    FutureTask<Boolean> task = new FutureTask<>(() -> Instream.answers(settings.socket()));
    Thread.ofVirtual().name("virus-scan-ping").start(task);
    try {
      return task.get(PING_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // An interrupt closes the channel, whatever the thread waits for.
      task.cancel(true);
      return false;
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Never throws because of the scanner, and never takes longer than the configured time. */
  public Verdict scan(Path file) {
    FutureTask<Verdict> task = new FutureTask<>(() -> Instream.scan(settings.socket(), file));
    Thread.ofVirtual().name("virus-scan").start(task);
    try {
      return task.get(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // An interrupt closes the channel, whatever the thread waits for.
      task.cancel(true);
      return new Verdict.Unknown("no verdict in " + settings.longest().toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Verdict.Unknown(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return new Verdict.Unknown("interrupted");
    }
  }
}
