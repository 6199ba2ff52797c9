package com.mockhu.dm.bench.measure;

import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The server's process and its child processes, except its embedded PostgreSQL.
 *
 * @param pid of the server
 * @param apart of the PostgreSQL, which is not counted
 */
public record ProcessFamily(OptionalLong pid, OptionalLong apart) {

  /** Resident memory of all, in KiB; NaN when the server is not known. */
  public double kibibytes() {
    return sum(ResidentMemory.kibibytes(pid), each -> ResidentMemory.kibibytes(each));
  }

  /** Processor time of all in seconds, those that have ended included; NaN as above. */
  public double processorSeconds() {
    double own =
        pid.isPresent()
            ? ProcessTable.find(pid.getAsLong())
                .map(stat -> stat.seconds() + stat.reapedSeconds())
                .orElse(Double.NaN)
            : Double.NaN;
    return sum(
        own,
        each ->
            ProcessTable.find(each.getAsLong())
                .map(stat -> stat.seconds() + stat.reapedSeconds())
                .orElse(0.0));
  }

  private double sum(double own, java.util.function.ToDoubleFunction<OptionalLong> read) {
    return own
        + children()
            .map(child -> OptionalLong.of(child.pid()))
            .mapToDouble(read)
            .filter(value -> !Double.isNaN(value))
            .sum();
  }

  private Stream<ProcessHandle> children() {
    return pid.isEmpty()
        ? Stream.empty()
        : ProcessHandle.of(pid.getAsLong()).stream()
            .flatMap(ProcessHandle::children)
            .filter(child -> apart.isEmpty() || child.pid() != apart.getAsLong())
            .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()));
  }
}
