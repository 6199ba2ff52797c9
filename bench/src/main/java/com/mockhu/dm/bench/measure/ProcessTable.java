package com.mockhu.dm.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this machine, as {@code /proc} shows them (proc_pid_stat(5)). */
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  static Optional<ProcessStat> find(long pid) {
    return read(PROC.resolve(Long.toString(pid)));
  }

  static List<ProcessStat> childrenOf(long pid) {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .flatMap(entry -> read(entry).stream())
          .filter(stat -> stat.parent() == pid)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("/proc can't be read", e);
    }
  }

  /** Empty when the process has gone in the meantime. */
  private static Optional<ProcessStat> read(Path process) {
    try {
      return Optional.of(ProcessStat.parse(Files.readString(process.resolve("stat"))));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
