package com.mockhu.dm.web.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A host application of one page, on an origin of its own, and of routes that the page calls. */
public final class HostPage implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Supplier<String>> routes = new ConcurrentHashMap<>();

  public HostPage() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** A route that throws answers with a failure. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Supplier<String> route = routes.getOrDefault(path, routes.getOrDefault("/", () -> ""));
    byte[] body = new byte[0];
    int status = 500;
    try {
      body = route.get().getBytes(StandardCharsets.UTF_8);
      status = 200;
    } catch (IllegalStateException failure) {
      // Told by the status.
    }
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** To browsers another site than 127.0.0.1, not only another origin. */
  public String otherSite() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void shows(String page) {
    routes.put("/", () -> page);
  }

  public void answers(String path, Supplier<String> body) {
    routes.put(path, body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
