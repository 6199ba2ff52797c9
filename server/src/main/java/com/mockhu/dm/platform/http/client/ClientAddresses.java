package com.mockhu.dm.platform.http.client;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the client's address of each request, for limits and for the log. */
public final class ClientAddresses {
  private static final Logger LOG = LoggerFactory.getLogger(ClientAddresses.class);
  private static final String HEADER = "X-Forwarded-For";

  private final TrustedProxies proxies;
  private final AtomicBoolean isWarned = new AtomicBoolean();

  public ClientAddresses(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** Call for every new connection, before anything is read from it. */
  public void watch(HttpConnection connection) {
    if (proxies.contains(peer(connection))) {
      channel(connection).pipeline().addFirst("proxy-protocol", new ProxyProtocol());
    }
  }

  public ClientAddress of(HttpServerRequest request) {
    InetAddress peer = peer(request.connection());
    Optional<InetAddress> proxied =
        proxies.isEmpty() ? Optional.empty() : ProxyProtocol.client(channel(request.connection()));
    List<String> hops = request.headers().getAll(HEADER);
    if (!hops.isEmpty() && !proxies.contains(peer)) {
      warn(peer);
    }
    return ClientAddress.of(proxied.orElse(peer), hops, proxies);
  }

  /** Whether the request came from this machine, and not through a proxy that is known as one. */
  public boolean isDirectlyLocal(HttpServerRequest request) {
    InetAddress peer = peer(request.connection());
    return peer.isLoopbackAddress() && !proxies.contains(peer);
  }

  /** All clients behind an unlisted proxy share its address. */
  private void warn(InetAddress peer) {
    boolean isProbablyAProxy = peer.isLoopbackAddress() || peer.isSiteLocalAddress();
    if (isProbablyAProxy && isWarned.compareAndSet(false, true)) {
      LOG.warn(
          "{} sends X-Forwarded-For, which is ignored: if it is your proxy, add it to"
              + " DM_TRUSTED_PROXIES, or all people behind it share one limit.",
          peer.getHostAddress());
    }
  }

  private static InetAddress peer(HttpConnection connection) {
    return InetAddress.ofLiteral(connection.remoteAddress().hostAddress());
  }

  private static Channel channel(HttpConnection connection) {
    return ((HttpServerConnection) connection).channelHandlerContext().channel();
  }
}
