package com.mockhu.dm.platform.http.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.support.time.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all requests together may take. */
class HttpBoundsTest {
  /** What strangers may take together, a quarter of all. */
  private static final int ROOM = 1_000;

  private static final int STRANGERS_SHARE = 4;
  private static final Vertx VERTX = Vertx.vertx();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final Meters METERS = new Meters();
  private static int port;

  @BeforeAll
  static void start() {
    Routes routes = new Routes();
    routes.open("POST", "/notes", request -> HttpResult.done("Taken"));
    routes.add(
        new Route(
            "POST", "/stream", Access.OPEN, Route.BodyKind.STREAMED, HttpBoundsTest::readToEnd));
    HttpBounds bounds = new HttpBounds(STRANGERS_SHARE * ROOM, 1);
    HttpFront front = new HttpFront(VERTX, routes, token -> null, THREADS, bounds);
    front.addMeters(METERS);
    port =
        VERTX
            .createHttpServer(new HttpServerOptions())
            .requestHandler(front::receive)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
  }

  @AfterAll
  static void stop() {
    VERTX.close().await();
    THREADS.close();
  }

  private static HttpResult readToEnd(Request request) {
    try {
      request.stream().readAllBytes();
      return HttpResult.done("Read");
    } catch (IOException e) {
      return HttpResult.done("Broken");
    }
  }

  /** A request whose body is still on its way: {@code sent} bytes of {@code length}. */
  private static Socket begins(String path, int length, int sent) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    String head = "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n";
    socket.getOutputStream().write(head.formatted(path, length).getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(new byte[sent]);
    socket.getOutputStream().flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void awaits(String line) {
    Patience.until(
        line,
        () -> new String(METERS.text(), StandardCharsets.UTF_8).contains("\n" + line + ".0\n"));
  }

  private static int statusOf(String path, int length) {
    try (Socket socket = begins(path, length, length)) {
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(line, StandardCharsets.UTF_8).substring(9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_body_for_which_there_is_no_room_is_told_to_come_back() throws IOException {
    try (Socket first = begins("/notes", ROOM, ROOM - 1)) {
      awaits("dm_http_body_bytes " + (ROOM - 1));
      try (Socket second = begins("/notes", 100, 100)) {
        String refusal = answer(second);
        assertTrue(refusal.contains("Retry-After: "), refusal);
        assertTrue(refusal.contains("\"unavailable\""), refusal);
      }
      first.getOutputStream().write(0);
      assertTrue(answer(first).startsWith("HTTP/1.1 200"));
    }
    awaits("dm_http_body_bytes 0");
    assertEquals(200, statusOf("/notes", ROOM));
  }

  @Test
  void a_client_that_leaves_in_the_middle_leaves_its_room_behind() throws IOException {
    try (Socket _ = begins("/notes", ROOM, ROOM - 1)) {
      awaits("dm_http_body_bytes " + (ROOM - 1));
    }
    awaits("dm_http_body_bytes 0");
    assertEquals(200, statusOf("/notes", ROOM));
  }

  @Test
  void one_upload_more_than_may_run_is_told_to_come_back() throws IOException {
    try (Socket first = begins("/stream", 10, 5)) {
      awaits("dm_http_streams 1");
      assertEquals(503, statusOf("/stream", 5));
      assertEquals(200, statusOf("/notes", 5));
      first.getOutputStream().write(new byte[5]);
      assertTrue(answer(first).startsWith("HTTP/1.1 200"));
    }
    awaits("dm_http_streams 0");
    assertEquals(200, statusOf("/stream", 5));
  }
}
