package com.mockhu.dm.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Libfaketime, for one process: its clock of the day can be set, the monotonic one stays. */
public final class FakeClock {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

  private final Path file;

  FakeClock(Path folder) {
    this.file = folder.resolve("clock");
  }

  public static Optional<Path> library() {
    return PLACES.stream().filter(Files::exists).findFirst();
  }

  /** The environment variables for a process; {@link #set} must have been called before. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library().orElseThrow().toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_NO_CACHE", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        // Its workaround for other programs makes Java's timed waits return at once.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  /** Moves the clock to so many seconds from the true time. */
  public void set(long seconds) throws IOException {
    Path temporary = file.resolveSibling("clock.new");
    Files.writeString(temporary, (seconds < 0 ? "" : "+") + seconds + "\n");
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
