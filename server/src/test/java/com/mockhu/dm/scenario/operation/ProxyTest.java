package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.raw.RawHttp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many people behind one proxy, which tells their addresses by a header or the PROXY protocol. */
class ProxyTest extends CampusTest {

  @Override
  protected Map<String, String> settings() {
    return limited("DM_TRUSTED_PROXIES", "127.0.0.1/32, ::1");
  }

  private static Map<String, String> limited(String name, String value) {
    return Map.of(
        name,
        value,
        "DM_LIMITS",
        "on",
        "DM_LIMITS_SIGN_INS_PER_MINUTE",
        "100000",
        "DM_LIMITS_SIGN_INS_PER_ADDRESS_PER_MINUTE",
        "2",
        "DM_LIMITS_HANDSHAKES_PER_ADDRESS_PER_MINUTE",
        "2");
  }

  /**
   * A failing sign-in: 401 within the limit, 429 beyond it. Each has a name of its own, because
   * repeated guesses at one name are delayed.
   */
  private static String signIn(String headers) {
    String body = "{\"username\":\"" + UUID.randomUUID() + "\",\"password\":\"wrong guess\"}";
    return "POST /v1/auth/login HTTP/1.1\r\nHost: dm\r\nContent-Type: application/json\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private int status(String request) {
    return status(campus, request);
  }

  private static int status(Campus asked, String request) {
    String answer = RawHttp.exchange(asked.port(), request);
    assertTrue(answer.startsWith("HTTP/1."), answer);
    return Integer.parseInt(answer.substring(9, 12));
  }

  @Test
  void each_forwarded_address_has_a_limit_of_its_own() {
    for (int person = 1; person <= 5; person++) {
      String header = "X-Forwarded-For: 1.2.3.4, 198.51.100." + person + "\r\n";
      assertEquals(401, status(signIn(header)));
      assertEquals(401, status(signIn(header)));
      assertEquals(429, status(signIn(header)));
    }
  }

  @Test
  void an_ipv6_customer_cannot_leave_the_limit_by_another_address_of_theirs() {
    assertEquals(401, status(signIn("X-Forwarded-For: 2001:db8::1\r\n")));
    assertEquals(401, status(signIn("X-Forwarded-For: 2001:db8::2\r\n")));
    assertEquals(429, status(signIn("X-Forwarded-For: [2001:db8::3]:99\r\n")));
  }

  @Test
  void handshakes_are_counted_by_the_forwarded_address() {
    for (int person = 1; person <= 3; person++) {
      String header = "X-Forwarded-For: 203.0.113." + person + "\r\n";
      for (String expected : new String[] {" 401 ", " 401 ", " 429 "}) {
        String answer = RawHttp.upgrade(campus.port(), "/v1/ws/messages", header);
        assertTrue(answer.startsWith("HTTP/1.1" + expected), answer);
      }
    }
  }

  @Test
  void the_first_version_of_the_proxy_protocol_tells_the_address() {
    String header = "PROXY TCP4 198.51.100.77 10.0.0.1 56324 443\r\n";
    assertEquals(401, status(header + signIn("")));
    assertEquals(401, status(header + signIn("X-Forwarded-For: 1.2.3.4\r\n")));
    assertEquals(429, status(header + signIn("X-Forwarded-For: 1.2.3.5\r\n")));
    String other = "PROXY TCP6 2001:db8:7::1 2001:db8::9 56324 443\r\n";
    assertEquals(401, status(other + signIn("")));
  }

  @Test
  void the_second_version_of_the_proxy_protocol_tells_the_address() {
    assertEquals(401, status(binary(78) + signIn("")));
    assertEquals(401, status(binary(78) + signIn("")));
    assertEquals(429, status(binary(78) + signIn("")));
    assertEquals(401, status(binary(79) + signIn("")));
  }

  /** Version 2, PROXY, TCP over IPv4, from 198.51.100.{@code last}. */
  private static String binary(int last) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes("\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.ISO_8859_1));
    header.writeBytes(new byte[] {0x21, 0x11, 0, 12, (byte) 198, 51, 100, (byte) last});
    header.writeBytes(new byte[] {10, 0, 0, 1, 1, 1, 1, (byte) 187});
    return header.toString(StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_broken_proxy_header_ends_the_connection() {
    assertEquals("", RawHttp.exchange(campus.port(), "PROXY TCP4 nonsense\r\n" + signIn("")));
  }

  @Test
  void from_anybody_else_both_are_ignored() {
    try (Campus direct = Campus.start(limited("DM_TRUSTED_PROXIES", "10.0.0.0/8"))) {
      assertEquals(401, status(direct, signIn("X-Forwarded-For: 198.51.100.1\r\n")));
      assertEquals(401, status(direct, signIn("X-Forwarded-For: 198.51.100.2\r\n")));
      assertEquals(429, status(direct, signIn("X-Forwarded-For: 198.51.100.3\r\n")));
      String claim = "PROXY TCP4 198.51.100.77 10.0.0.1 56324 443\r\n";
      assertEquals(400, status(direct, claim + signIn("")));
    }
  }
}
