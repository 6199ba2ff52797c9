package com.mockhu.dm.platform.http.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressCountsTest {
  private final AddressCounts counts = new AddressCounts();

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @Test
  void an_address_has_so_many_and_gets_one_back_when_one_goes() throws UnknownHostException {
    assertTrue(counts.add(address("192.0.2.1"), 2));
    assertTrue(counts.add(address("192.0.2.1"), 2));
    assertFalse(counts.add(address("192.0.2.1"), 2));
    assertTrue(counts.add(address("192.0.2.2"), 2));
    counts.remove(address("192.0.2.1"));
    assertTrue(counts.add(address("192.0.2.1"), 2));
    assertFalse(counts.add(address("192.0.2.1"), 2));
  }

  @Test
  void a_network_of_64_bits_is_one_address() throws UnknownHostException {
    assertTrue(counts.add(address("2001:db8::1"), 1));
    assertFalse(counts.add(address("2001:db8::ffff:1"), 1));
    assertTrue(counts.add(address("2001:db8:0:1::1"), 1));
  }

  @Test
  void connections_leave_descriptors_for_everything_else() {
    assertEquals(624, Descriptors.possible(1_024));
    assertEquals(64, Descriptors.possible(256));
    assertEquals(1_000_000, Descriptors.possible(Long.MAX_VALUE));
  }
}
