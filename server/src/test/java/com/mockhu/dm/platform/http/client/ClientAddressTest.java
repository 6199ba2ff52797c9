package com.mockhu.dm.platform.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final TrustedProxies PROXIES =
      TrustedProxies.parse(" 10.0.0.0/8, 127.0.0.1 ,fd00::/8,192.168.1.128/25");

  private static ClientAddress client(String peer, List<String> lines) {
    return ClientAddress.of(InetAddress.ofLiteral(peer), lines, PROXIES);
  }

  /** Header lines are divided by {@code |}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        // Nobody but a trusted proxy is believed.
        "203.0.113.9; 198.51.100.1; 203.0.113.9",
        "203.0.113.9; 10.0.0.1; 203.0.113.9",
        "192.168.1.127; 198.51.100.1; 192.168.1.127",
        "fe00::1; 198.51.100.1; fe00::1",
        // One proxy, with and without what a client made up before it.
        "127.0.0.1; 198.51.100.1; 198.51.100.1",
        "127.0.0.1; 1.1.1.1, 198.51.100.1; 198.51.100.1",
        "127.0.0.1; 10.0.0.7, 198.51.100.1; 198.51.100.1",
        "192.168.1.128; 198.51.100.1; 198.51.100.1",
        // A chain of proxies, in one line or several.
        "127.0.0.1; 198.51.100.1, 10.9.9.9, 10.0.0.2; 198.51.100.1",
        "127.0.0.1; 1.1.1.1, 198.51.100.1 | 10.9.9.9|10.0.0.2; 198.51.100.1",
        "10.0.0.1; 10.0.0.3,10.0.0.2; 10.0.0.3",
        // Ports, brackets, zones, empty hops, mapped addresses.
        "127.0.0.1; 198.51.100.1:443; 198.51.100.1",
        "127.0.0.1; [2001:db8::5]:8080; 2001:db8::5",
        "127.0.0.1; [2001:db8::5]; 2001:db8::5",
        "127.0.0.1; 2001:db8::5; 2001:db8::5",
        "127.0.0.1; 2001:db8::5%eth0; 2001:db8::5",
        "127.0.0.1; 198.51.100.1, ,; 198.51.100.1",
        "127.0.0.1; ::ffff:198.51.100.1; 198.51.100.1",
        "::ffff:127.0.0.1; 198.51.100.1; 198.51.100.1",
        "127.0.0.1; 198.51.100.1, ::ffff:10.0.0.2; 198.51.100.1",
        "fd00::7; 2001:db8::5, fd12::1; 2001:db8::5",
        // What is no address ends the walk where it is reported.
        "127.0.0.1; unknown; 127.0.0.1",
        "127.0.0.1; 198.51.100.1, unknown; 127.0.0.1",
        "127.0.0.1; 198.51.100.1, _hidden, 10.0.0.2; 10.0.0.2",
        "127.0.0.1; 1; 127.0.0.1",
        "127.0.0.1; 1.2.3; 127.0.0.1",
        "127.0.0.1; 1.2.3.256; 127.0.0.1",
        "127.0.0.1; 1.2.3.4.5; 127.0.0.1",
        "127.0.0.1; 198.51.100.1:; 127.0.0.1",
        "127.0.0.1; 198.51.100.1:80x; 127.0.0.1",
        "127.0.0.1; [2001:db8::5; 127.0.0.1",
        "127.0.0.1; [2001:db8::5]x; 127.0.0.1",
        "127.0.0.1; localhost; 127.0.0.1",
        "127.0.0.1; \"198.51.100.1\"; 127.0.0.1",
        "127.0.0.1; -; 127.0.0.1",
      })
  void the_client_is_the_last_hop_that_is_not_trusted(String peer, String lines, String expected) {
    List<String> header = lines == null ? List.of() : Arrays.asList(lines.split("\\|"));
    assertEquals(
        ClientAddress.of(InetAddress.ofLiteral(expected), List.of(), PROXIES),
        client(peer, header));
  }

  @Test
  void an_ipv6_customer_is_counted_by_their_network_and_logged_by_their_address() {
    ClientAddress one = client("2001:db8:1:2::5", List.of());
    ClientAddress other = client("2001:db8:1:2:ffff::9", List.of());
    ClientAddress neighbour = client("2001:db8:1:3::5", List.of());
    assertEquals(one.network(), other.network());
    assertTrue(!one.network().equals(neighbour.network()));
    assertEquals("2001:db8:1:2:0:0:0:5", one.text());
    assertEquals("203.0.113.9", client("203.0.113.9", List.of()).network());
  }

  @Test
  void a_header_full_of_hops_costs_no_more_than_its_length() {
    String hops = "10.0.0.1,".repeat(1_700);
    assertEquals("10.0.0.1", client("127.0.0.1", List.of(hops)).text());
    assertEquals("127.0.0.1", client("127.0.0.1", List.of("1".repeat(16_000))).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "fd00::/129",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10/8",
        "proxy",
        "10.0.0.0/8 fd00::/8",
        "::1/1/1"
      })
  void what_is_no_range_stops_the_start_and_is_named(String text) {
    StartupException stopped =
        assertThrows(StartupException.class, () -> TrustedProxies.parse("127.0.0.1," + text));
    assertTrue(stopped.getMessage().contains("\"" + text + "\""), stopped::getMessage);
  }

  @Test
  void a_range_of_no_bits_is_everybody_of_its_family() {
    TrustedProxies all = TrustedProxies.parse("0.0.0.0/0");
    assertTrue(all.contains(InetAddress.ofLiteral("203.0.113.9")));
    assertTrue(!all.contains(InetAddress.ofLiteral("::1")));
    assertTrue(TrustedProxies.parse(" , ").isEmpty());
  }
}
