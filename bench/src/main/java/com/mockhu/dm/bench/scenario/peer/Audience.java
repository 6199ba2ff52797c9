package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.scenario.crowd.Crowd;
import com.mockhu.dm.bench.series.SilentCrowd;
import com.mockhu.dm.bench.wire.xmpp.Account;
import com.mockhu.dm.bench.wire.xmpp.StanzaListener;
import com.mockhu.dm.bench.wire.xmpp.XmppClient;
import com.mockhu.dm.bench.wire.xmpp.XmppStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** People who are signed in on a peer and silent. */
record Audience(List<XmppStream> streams, double seconds) implements SilentCrowd {
  /** As many as in {@link Crowd}. */
  private static final int AT_ONCE = 64;

  static Audience gather(XmppClient client, List<Account> accounts) {
    Semaphore places = new Semaphore(AT_ONCE);
    long start = System.nanoTime();
    List<CompletableFuture<XmppStream>> opening =
        accounts.stream().map(account -> open(client, account, places)).toList();
    List<XmppStream> streams = opening.stream().map(CompletableFuture::join).toList();
    return new Audience(streams, (System.nanoTime() - start) / 1e9);
  }

  private static CompletableFuture<XmppStream> open(
      XmppClient client, Account account, Semaphore places) {
    places.acquireUninterruptibly();
    return client
        .open(account, client.nextLoop(), StanzaListener.SILENT)
        .whenComplete((_, _) -> places.release());
  }

  @Override
  public int size() {
    return streams.size();
  }

  @Override
  public long stillOpen() {
    return streams.stream().filter(XmppStream::isOpen).count();
  }

  @Override
  public void leave() {
    streams.forEach(XmppStream::close);
  }
}
