package com.mockhu.dm.chaos.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
  private static final int END = -1;
  private static final int PATIENCE_MILLIS = 20_000;

  private ServerSocket target;
  private Proxy proxy;
  private Socket client;
  private Socket server;

  @BeforeEach
  void connect() throws IOException {
    target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    proxy = new Proxy(target.getLocalPort());
    dial();
  }

  private void dial() throws IOException {
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    server = target.accept();
    client.setSoTimeout(PATIENCE_MILLIS);
    server.setSoTimeout(PATIENCE_MILLIS);
    assertPasses(client, server);
    assertPasses(server, client);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    proxy.close();
    target.close();
  }

  private static void assertPasses(Socket from, Socket to) throws IOException {
    from.getOutputStream().write('x');
    assertEquals('x', to.getInputStream().read());
  }

  @Test
  void a_cut_ends_both_sides_and_takes_nobody_until_it_is_mended() throws IOException {
    proxy.cut();
    assertEquals(END, client.getInputStream().read());
    assertEquals(END, server.getInputStream().read());
    try (Socket refused = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      assertEquals(END, refused.getInputStream().read());
    }
    proxy.mend();
    dial();
  }

  @Test
  void a_reset_is_no_end_but_an_error() {
    proxy.reset();
    assertThrows(SocketException.class, () -> client.getInputStream().read());
    assertThrows(SocketException.class, () -> server.getInputStream().read());
  }

  @Test
  void a_line_closed_by_half_still_carries_what_the_client_says() throws IOException {
    proxy.closeHalf();
    assertEquals(END, client.getInputStream().read());
    assertPasses(client, server);
    client.shutdownOutput();
    assertEquals(END, server.getInputStream().read());
  }

  @Test
  void a_deaf_line_carries_requests_and_no_answers_and_ends_when_mended() throws IOException {
    proxy.set(Direction.PASSING, Direction.SWALLOWED);
    assertPasses(client, server);
    server.getOutputStream().write('x');
    client.setSoTimeout(300);
    assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
    client.setSoTimeout(PATIENCE_MILLIS);
    proxy.mend();
    assertEquals(END, client.getInputStream().read());
  }

  @Test
  void a_slow_line_loses_nothing() throws IOException {
    proxy.set(Direction.SLOW, Direction.SLOW);
    byte[] sent = new byte[3000];
    new java.util.Random(1).nextBytes(sent);
    client.getOutputStream().write(sent);
    client.shutdownOutput();
    assertTrue(java.util.Arrays.equals(sent, server.getInputStream().readAllBytes()));
  }
}
