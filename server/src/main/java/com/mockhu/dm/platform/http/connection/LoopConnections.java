package com.mockhu.dm.platform.http.connection;

import com.mockhu.dm.platform.metric.Tally;
import io.netty.channel.EventLoop;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The connections of one event loop that speak HTTP, oldest first, looked at every second. */
final class LoopConnections {
  private final Set<OpenConnection> open = new LinkedHashSet<>();
  private final long mostPending;
  private final AtomicLong allPending;
  private final Tally<Verdict> ended;
  private long pending;

  LoopConnections(EventLoop loop, long mostPending, AtomicLong allPending, Tally<Verdict> ended) {
    this.mostPending = mostPending;
    this.allPending = allPending;
    this.ended = ended;
    loop.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  void add(OpenConnection connection) {
    open.add(connection);
  }

  void remove(OpenConnection connection) {
    open.remove(connection);
  }

  private void sweep() {
    long now = 0;
    // A copy: what is ended leaves the set.
    for (OpenConnection each : List.copyOf(open)) {
      Verdict verdict = each.look();
      if (verdict == Verdict.KEEP) {
        now += each.pendingBytes();
      } else {
        end(each, verdict);
      }
    }
    allPending.addAndGet(now - pending);
    pending = now;
    relieve();
  }

  /** When all slow readers together hold too much, those that hold the most go first. */
  private void relieve() {
    while (pending > 0 && allPending.get() > mostPending) {
      OpenConnection largest =
          open.stream().max(Comparator.comparingLong(OpenConnection::pendingBytes)).orElse(null);
      if (largest == null || largest.pendingBytes() == 0) {
        return;
      }
      long freed = Math.min(pending, largest.pendingBytes());
      pending -= freed;
      allPending.addAndGet(-freed);
      end(largest, Verdict.ANSWER_UNREAD);
    }
  }

  /** Ends the one that has been silent longest, for one that comes; false when there is none. */
  boolean displaceSilent() {
    Optional<OpenConnection> oldest =
        open.stream()
            .filter(each -> each.timer().isSilent())
            .max(Comparator.comparingInt(each -> each.timer().seconds()));
    oldest.ifPresent(each -> end(each, Verdict.DISPLACED));
    return oldest.isPresent();
  }

  private void end(OpenConnection connection, Verdict why) {
    open.remove(connection);
    ended.add(why);
    connection.end(why);
  }
}
