package com.mockhu.dm.app.metric;

import com.mockhu.dm.platform.metric.Meters;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;

/**
 * The process itself, by the names that dashboards know. The beans are asked for as they are read:
 * the first of them takes a tenth of a second, which a start need not pay.
 */
public final class JvmMeters {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private JvmMeters() {}

  public static void addTo(Meters meters) {
    memory(meters);
    collections(meters);
    process(meters);
  }

  private static void memory(Meters meters) {
    Runtime runtime = Runtime.getRuntime();
    meters.gauges(
        "jvm_memory_used_bytes",
        "Memory in use: the heap, and what the network has outside of it",
        values -> {
          values.call(runtime.totalMemory() - runtime.freeMemory(), "heap");
          values.call(PlatformDependent.usedDirectMemory(), "network");
        },
        "area");
    meters.gauges(
        "jvm_memory_max_bytes",
        "The most that memory may become",
        values -> {
          values.call(runtime.maxMemory(), "heap");
          values.call(PlatformDependent.maxDirectMemory(), "network");
        },
        "area");
  }

  private static void collections(Meters meters) {
    meters.counter(
        "jvm_gc_seconds",
        "Time spent collecting garbage",
        () -> sum(GarbageCollectorMXBean::getCollectionTime) / MILLIS);
    meters.counter(
        "jvm_gc_collections",
        "Collections of garbage",
        () -> sum(GarbageCollectorMXBean::getCollectionCount));
    meters.gauge(
        "jvm_threads",
        "Threads of the operating system; virtual ones are not counted",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static double sum(ToLongFunction<GarbageCollectorMXBean> what) {
    return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(what).sum();
  }

  private static void process(Meters meters) {
    meters.counter(
        "process_cpu_seconds",
        "Processor time of this process, an embedded PostgreSQL's not included",
        () -> system().getProcessCpuTime() / NANOS);
    meters.gauge(
        "process_start_time_seconds",
        "When the process began, in seconds since 1970",
        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
    meters.gauge("process_open_fds", "Open files and connections", () -> files(true));
    meters.gauge(
        "process_max_fds", "Most files and connections that the system allows", () -> files(false));
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }

  private static double files(boolean isOpen) {
    return system() instanceof UnixOperatingSystemMXBean unix
        ? isOpen ? unix.getOpenFileDescriptorCount() : unix.getMaxFileDescriptorCount()
        : Double.NaN;
  }
}
