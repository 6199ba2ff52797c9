package com.mockhu.dm.bench.wire.xmpp;

import com.mockhu.dm.bench.wire.socket.Connector;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** Opens streams to a server. */
public final class XmppClient implements AutoCloseable {
  private final Connector connector;

  public XmppClient(InetSocketAddress server, int threads) {
    this.connector = new Connector(server, threads);
  }

  public EventLoop nextLoop() {
    return connector.nextLoop();
  }

  /** Signs in and binds; completes exceptionally when the server refuses. */
  public CompletableFuture<XmppStream> open(
      Account account, EventLoop loop, StanzaListener listener) {
    CompletableFuture<XmppStream> opened = new CompletableFuture<>();
    connector
        .connect(loop, new XmppHandler(account, listener, opened))
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                opened.completeExceptionally(done.cause());
              }
            });
    return opened;
  }

  @Override
  public void close() {
    connector.close();
  }
}
