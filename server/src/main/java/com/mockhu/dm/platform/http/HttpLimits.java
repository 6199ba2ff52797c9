package com.mockhu.dm.platform.http;

/** Sizes that bound what a request may cost, in bytes. */
public final class HttpLimits {
  public static final int JSON_BODY = 256 * 1024;
  public static final int URL = 8 * 1024;
  public static final int HEADERS = 16 * 1024;

  private HttpLimits() {}
}
