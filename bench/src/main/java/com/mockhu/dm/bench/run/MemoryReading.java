package com.mockhu.dm.bench.run;

import com.mockhu.dm.bench.measure.JavaHeap;
import com.mockhu.dm.bench.measure.ResidentMemory;
import java.util.OptionalLong;

/** The server's memory right after a collection, in KiB: all of it, and what lives in its heap. */
public record MemoryReading(double resident, double heap) {
  public static MemoryReading of(OptionalLong server) {
    double heap = JavaHeap.collect(server);
    return new MemoryReading(ResidentMemory.kibibytes(server), heap);
  }
}
