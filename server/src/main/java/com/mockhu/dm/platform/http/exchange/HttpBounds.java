package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.settings.Environment;

/**
 * What all requests together may take (docs/operations.md, memory).
 *
 * @param bodyBytes most bytes of JSON bodies that are in memory
 * @param streams most bodies that are read as they arrive, at once
 */
public record HttpBounds(long bodyBytes, int streams) {
  private static final long MEGABYTE = 1 << 20;

  public static final HttpBounds STANDARD = new HttpBounds(128 * MEGABYTE, 100);

  public static HttpBounds from(Environment environment) {
    return new HttpBounds(
        environment.number(
                "DM_MEMORY_REQUESTS_MEGABYTES", STANDARD.bodyBytes / MEGABYTE, 1, 1 << 20)
            * MEGABYTE,
        (int) environment.number("DM_UPLOADS_AT_ONCE", STANDARD.streams, 1, 100_000));
  }
}
