package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.talk.Talk;
import java.util.Map;

/** A server that takes its turns in {@code peers}. */
public interface Contender extends AutoCloseable {
  String name();

  /** Its release, as its package or repository calls it. */
  String version();

  ProcessorTime.Meter meter();

  /** The properties of its PostgreSQL. */
  Map<String, String> database();

  /** Makes people and connects them in pairs, for the closed or for the open loop. */
  Talk pairs(int pairs, boolean isClosedLoop);

  /** Makes people and connects them; they stay silent. */
  SilentCrowd gather(int sockets);

  /**
   * Fills the history of one conversation and connects people who can read it.
   *
   * @return those who read the newest page, and those who read one from the middle
   */
  Pages history(int messages, int readers);

  /** Writes what its database still owes to the disk. */
  void settle();

  /** Resident memory in KiB, after a collection if it can be asked for one. */
  double memory();

  /** Whether its database has what was delivered in all turns, and a sentence on it. */
  Audit audit(long delivered);

  @Override
  void close();

  /** The readers of a history. */
  record Pages(Talk newest, Talk middle) {}

  /** How a database stands beside what was delivered. */
  record Audit(Verification verification, String sentence) {}

  default MeasuredLoad party(Talk talk) {
    return new MeasuredLoad(name(), meter(), talk, this::settle);
  }
}
