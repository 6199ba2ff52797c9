package com.mockhu.dm.identity;

import com.mockhu.dm.platform.json.Json;
import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The host application's JWKS endpoint. */
final class KeyHost implements AutoCloseable {
  final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile List<?> keys = List.of();
  private volatile int status = 200;

  KeyHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = Json.bytes(Map.of("keys", keys));
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  void serve(JWK... now) {
    List<Map<String, Object>> next = new ArrayList<>();
    for (JWK key : now) {
      next.add(key.toPublicJWK().toJSONObject());
    }
    keys = next;
  }

  /** As it stands, be it a key or not. */
  void serveRaw(Object... now) {
    keys = Arrays.asList(now);
  }

  void answer(int newStatus) {
    status = newStatus;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
