package com.mockhu.dm.platform.http.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The address of a client. */
public record ClientAddress(InetAddress address) {
  /** A provider gives each line of an IPv6 customer at least this many bits of its own. */
  private static final int LINE_BYTES = 8;

  /**
   * Walks the hops that {@code X-Forwarded-For} names, from the nearest on, as long as the one
   * before is trusted. A hop that is no address ends the walk at the proxy that reported it.
   *
   * @param peer who the connection is from
   * @param forwardedFor the values of the header's lines, in their order
   */
  static ClientAddress of(InetAddress peer, List<String> forwardedFor, TrustedProxies proxies) {
    InetAddress client = peer;
    String hops = String.join(",", forwardedFor);
    int end = hops.length();
    while (end > 0 && proxies.contains(client)) {
      int comma = hops.lastIndexOf(',', end - 1);
      String hop = hops.substring(comma + 1, end);
      end = comma;
      Optional<InetAddress> known = Addresses.hop(hop);
      if (known.isEmpty() && !hop.isBlank()) {
        break;
      }
      client = known.orElse(client);
    }
    return new ClientAddress(client);
  }

  /** As it is written in the log. */
  public String text() {
    return address.getHostAddress();
  }

  /**
   * What limits count by: the address, and of IPv6 the first 64 bits, because one customer has 2^64
   * addresses or more.
   */
  public String network() {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, LINE_BYTES) + "::/64"
        : text();
  }
}
