package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimit;
import java.util.List;

/** What bounds a request: sizes in bytes, and how many of them. */
public final class HttpLimits {
  public static final int JSON_BODY = 256 * 1024;
  public static final int URL = 8 * 1024;
  public static final int HEADERS = 16 * 1024;

  /** For every route without a limit of its own: ten a second, more than a person can cause. */
  public static final RateLimit REQUESTS_PER_MINUTE = new RateLimit("requests_per_minute", 600);

  /** As the one above, without a signed-in person; high, because a school may share one address. */
  public static final RateLimit REQUESTS_PER_ADDRESS_PER_MINUTE =
      new RateLimit("requests_per_address_per_minute", 6_000);

  /** Those that clients can meet. */
  public static final List<Limit> ALL =
      List.of(
          REQUESTS_PER_MINUTE,
          REQUESTS_PER_ADDRESS_PER_MINUTE,
          new FixedLimit("json_body", JSON_BODY));

  private HttpLimits() {}
}
