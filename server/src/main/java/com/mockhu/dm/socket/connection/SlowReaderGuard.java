package com.mockhu.dm.socket.connection;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.OutboundQueue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Bounds the memory of all slow readers together, since thousands of full {@link OutboundQueue}s
 * would fill it. Closes the connections with the longest queues first; they resume later.
 *
 * <p>Summed once a second: counting each frame would slow down every send.
 */
public final class SlowReaderGuard {
  private final long mostBytes;
  private volatile long bytes;

  public SlowReaderGuard(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  private record Load(FrameDispatcher dispatcher, long bytes) {}

  void relieve(Collection<FrameDispatcher> dispatchers) {
    List<Load> loads =
        dispatchers.stream()
            .filter(dispatcher -> dispatcher.connection().isOpen())
            .map(dispatcher -> new Load(dispatcher, dispatcher.waitingBytes()))
            .filter(load -> load.bytes > 0)
            .sorted(Comparator.comparingLong(Load::bytes).reversed())
            .toList();
    long total = loads.stream().mapToLong(Load::bytes).sum();
    bytes = total;
    for (int i = 0; total > mostBytes; i++) {
      total -= loads.get(i).bytes;
      loads.get(i).dispatcher.connection().close(CloseCode.SLOW_READER);
    }
  }

  void addTo(Meters meters) {
    meters.gauge(
        "dm_ws_waiting_bytes",
        "Bytes that wait for readers, a second ago at most; bounded by DM_MEMORY_SOCKETS_MEGABYTES",
        () -> bytes);
  }
}
