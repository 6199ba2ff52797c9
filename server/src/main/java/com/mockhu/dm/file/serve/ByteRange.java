package com.mockhu.dm.file.serve;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One range of bytes (RFC 9110 §14), from {@code first} to {@code last} inclusive. */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  long length() {
    return last - first + 1;
  }

  /**
   * Empty for several ranges and for an invalid header: then the whole file is sent.
   *
   * @throws ApiException {@code range_not_satisfiable}
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher matcher = ONE.matcher(header);
    if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
      return Optional.empty();
    }
    boolean isSuffix = matcher.group(1).isEmpty();
    long one = isSuffix ? 0 : Long.parseLong(matcher.group(1));
    long other = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
    if (!isSuffix && !matcher.group(2).isEmpty() && other < one) {
      return Optional.empty();
    }
    long first = isSuffix ? Math.max(0, size - other) : one;
    long last = isSuffix ? size - 1 : Math.min(other, size - 1);
    if (first > last) {
      throw new ApiException(
          ErrorCode.RANGE_NOT_SATISFIABLE,
          "The file has " + size + " bytes.",
          Map.of("size", size));
    }
    return Optional.of(new ByteRange(first, last));
  }
}
