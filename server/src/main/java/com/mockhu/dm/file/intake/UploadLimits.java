package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.multipart.MultipartReader;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Applies the limits of uploads before the body is read: its size, the rate, and how many at once.
 */
public final class UploadLimits {
  public static final RateLimit UPLOADS_PER_MINUTE = new RateLimit("uploads_per_minute", 30);

  public static final int AT_ONCE = 3;
  private static final String NAME = "uploads_at_once";

  /** Bytes of the form around the files. */
  private static final long FORM = 1L << 20;

  private final RateLimits limits;
  private final FileMeters meters;

  public UploadLimits(RateLimits limits, FileMeters meters) {
    this.limits = limits;
    this.meters = meters;
  }

  /**
   * @param largest bytes of all files
   * @throws ApiException {@code payload_too_large}, {@code rate_limited}, {@code
   *     unsupported_media_type}
   */
  <T> T admit(Request request, long largest, Function<MultipartReader, T> work) {
    return meters.watch(() -> admitted(request, largest, work));
  }

  private <T> T admitted(Request request, long largest, Function<MultipartReader, T> work) {
    MultipartReader reader =
        MultipartReader.of(
            request.header("Content-Type").orElse(null), request.stream(), largest + FORM);
    long length = request.header("Content-Length").map(Long::parseLong).orElse(0L);
    if (length > largest + FORM) {
      throw FileRefusal.because(FileReason.TOO_LARGE);
    }
    UUID user = request.userId();
    begin(user);
    try {
      limits.charge(UPLOADS_PER_MINUTE, user);
      return work.apply(reader);
    } finally {
      end(user);
    }
  }

  private void begin(UUID user) {
    if (!limits.slots().take(NAME, user, AT_ONCE)) {
      throw new ApiException(
          ErrorCode.RATE_LIMITED,
          "At most 3 uploads at once; wait until one has ended.",
          Map.of("retry_after", 1L, "limit", NAME, "quota", AT_ONCE, "window", 1L));
    }
  }

  private void end(UUID user) {
    limits.slots().giveBack(NAME, user);
  }
}
