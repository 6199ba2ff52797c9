package com.mockhu.dm.platform.http.client;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range in CIDR notation.
 *
 * @param bits how many leading bits an address shares with {@code first}
 */
record AddressRange(InetAddress first, int bits) {

  /** {@code 10.0.0.0/8}, {@code fd00::/8}, or one address; empty when it is none of them. */
  static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    return Addresses.literal(slash < 0 ? text : text.substring(0, slash))
        .flatMap(first -> of(first, slash < 0 ? "" : text.substring(slash)));
  }

  private static Optional<AddressRange> of(InetAddress first, String suffix) {
    int most = first.getAddress().length * Byte.SIZE;
    if (suffix.isEmpty()) {
      return Optional.of(new AddressRange(first, most));
    }
    boolean isNumber =
        suffix.matches("/[0-9]{1,3}") && Integer.parseInt(suffix, 1, suffix.length(), 10) <= most;
    return isNumber
        ? Optional.of(new AddressRange(first, Integer.parseInt(suffix.substring(1))))
        : Optional.empty();
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      int shared = Math.min(Byte.SIZE, bits - bit);
      int mask = 0xFF << (Byte.SIZE - shared);
      int at = bit / Byte.SIZE;
      if (((mine[at] ^ theirs[at]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
