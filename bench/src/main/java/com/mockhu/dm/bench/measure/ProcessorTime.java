package com.mockhu.dm.bench.measure;

import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/** Processor seconds used so far by the parties to a run; NaN for one that isn't watched. */
public record ProcessorTime(double server, double postgres, double generator) {
  /** Reads the clocks again and again. */
  public record Meter(DoubleSupplier server, DoubleSupplier postgres, DoubleSupplier generator) {
    /** A meter of this process and of those that are known. */
    public static Meter of(OptionalLong serverPid, OptionalLong postgresPid) {
      return new Meter(
          () -> serverPid.isPresent() ? ofProcess(serverPid.getAsLong()) : Double.NaN,
          () -> postgresPid.isPresent() ? ofTree(postgresPid.getAsLong()) : Double.NaN,
          () -> ofProcess(ProcessHandle.current().pid()));
    }

    public ProcessorTime read() {
      return new ProcessorTime(
          server.getAsDouble(), postgres.getAsDouble(), generator.getAsDouble());
    }
  }

  public ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(
        server - before.server, postgres - before.postgres, generator - before.generator);
  }

  private static double ofProcess(long pid) {
    return ProcessTable.find(pid).map(ProcessStat::seconds).orElse(Double.NaN);
  }

  /** Backends that end during the run count too: their parent has reaped them. */
  private static double ofTree(long pid) {
    double living = ProcessTable.childrenOf(pid).stream().mapToDouble(ProcessStat::seconds).sum();
    return ProcessTable.find(pid)
        .map(parent -> parent.seconds() + parent.reapedSeconds() + living)
        .orElse(Double.NaN);
  }
}
