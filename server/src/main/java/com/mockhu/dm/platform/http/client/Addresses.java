package com.mockhu.dm.platform.http.client;

import java.net.InetAddress;
import java.util.Optional;

/** Literal addresses; never a lookup by name. */
final class Addresses {
  /** An IPv6 address with a zone, in brackets, with a port. */
  private static final int LONGEST = 64;

  private Addresses() {}

  /**
   * Reads {@code 1.2.3.4}, {@code 1.2.3.4:80}, {@code ::1}, {@code [::1]} and {@code [::1]:80}. An
   * IPv4-mapped IPv6 address becomes the IPv4 one.
   */
  static Optional<InetAddress> hop(String text) {
    String hop = text.strip();
    if (hop.isEmpty() || hop.length() > LONGEST) {
      return Optional.empty();
    }
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      boolean isWhole = end > 0 && isPort(hop.substring(end + 1));
      return isWhole ? literal(hop.substring(1, end)) : Optional.empty();
    }
    int colon = hop.indexOf(':');
    boolean hasPort = colon >= 0 && colon == hop.lastIndexOf(':') && isPort(hop.substring(colon));
    return literal(hasPort ? hop.substring(0, colon) : hop);
  }

  private static boolean isPort(String text) {
    return text.isEmpty()
        || text.length() <= 6
            && text.length() > 1
            && text.startsWith(":")
            && text.chars().skip(1).allMatch(Addresses::isDigit);
  }

  static Optional<InetAddress> literal(String text) {
    // Java also reads "1" and "1.2" as addresses, which in a header are something else.
    if (!text.contains(":") && !isDotted(text)) {
      return Optional.empty();
    }
    int zone = text.indexOf('%');
    try {
      return Optional.of(InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isDotted(String text) {
    return text.chars().allMatch(c -> c == '.' || isDigit(c))
        && text.chars().filter(c -> c == '.').count() == 3;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
