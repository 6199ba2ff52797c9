package com.mockhu.dm.bench.scenario.crowd;

import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.series.SilentCrowd;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.HdrHistogram.Histogram;

/** People who are connected, each by one socket. */
public final class Crowd implements SilentCrowd {
  /** As many handshakes are under way at once: enough to keep two processors busy. */
  private static final int AT_ONCE = 64;

  private static final SocketListener SILENT =
      new SocketListener() {
        @Override
        public void text(byte[] bytes, int length) {}

        @Override
        public void closed(int code) {}
      };

  private final Bench bench;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Histogram handshakes = Latency.histogram();
  private List<Socket> sockets = List.of();
  private double seconds;

  private Crowd(Bench bench) {
    this.bench = bench;
  }

  /** Registers and connects that many new people; a refused one ends the run. */
  public static Crowd gather(Bench bench, int size) {
    Crowd crowd = new Crowd(bench);
    crowd.connect(bench.directory().newPeople(size));
    return crowd;
  }

  private void connect(List<Person> people) {
    long start = System.nanoTime();
    List<CompletableFuture<Socket>> opening = people.stream().map(this::open).toList();
    sockets = opening.stream().map(CompletableFuture::join).toList();
    seconds = (System.nanoTime() - start) / 1e9;
  }

  private CompletableFuture<Socket> open(Person person) {
    places.acquireUninterruptibly();
    long start = System.nanoTime();
    return bench
        .sockets()
        .open(person, bench.sockets().nextLoop(), SILENT)
        .whenComplete((_, _) -> finished(start));
  }

  private synchronized void finished(long start) {
    handshakes.recordValue(System.nanoTime() - start);
    places.release();
  }

  @Override
  public void leave() {
    sockets.forEach(Socket::close);
  }

  @Override
  public int size() {
    return sockets.size();
  }

  @Override
  public long stillOpen() {
    return sockets.stream().filter(Socket::isOpen).count();
  }

  @Override
  public double seconds() {
    return seconds;
  }

  synchronized Histogram handshakes() {
    return handshakes;
  }
}
