package com.mockhu.dm.platform.http.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Open connections by address; an IPv6 network of 64 bits is one, as one home has that many. */
final class AddressCounts {
  private static final int NETWORK_BYTES = 8;
  private static final int ADDRESS_BYTES = 16;

  private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

  /** False when there are {@code most} already, and then nothing was counted. */
  boolean add(InetAddress address, int most) {
    boolean[] fits = new boolean[1];
    counts.compute(
        network(address),
        (network, count) -> {
          int before = count == null ? 0 : count;
          fits[0] = before < most;
          return fits[0] ? Integer.valueOf(before + 1) : count;
        });
    return fits[0];
  }

  void remove(InetAddress address) {
    counts.computeIfPresent(
        network(address), (network, count) -> count == 1 ? null : Integer.valueOf(count - 1));
  }

  static InetAddress network(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    try {
      byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
      return InetAddress.getByAddress(Arrays.copyOf(network, ADDRESS_BYTES));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
