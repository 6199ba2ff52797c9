package com.mockhu.dm.attachment;

import com.mockhu.dm.attachment.check.FileRefusal;
import com.mockhu.dm.attachment.multipart.MultipartReader;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.Reply;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /v1/messages/upload}. */
final class UploadEndpoint {
  private static final int AT_ONCE = 3;

  /** What the form around the files may take, in bytes. */
  private static final long FORM = 1L << 20;

  private final Receiving receiving;
  private final Uploads uploads;
  private final RateLimits limits;
  private final FileMeters meters;
  private final Map<UUID, Integer> running = new ConcurrentHashMap<>();

  UploadEndpoint(Receiving receiving, Uploads uploads, RateLimits limits, FileMeters meters) {
    this.meters = meters;
    this.receiving = receiving;
    this.uploads = uploads;
    this.limits = limits;
  }

  private record Received(List<Attachment> attachments) {}

  void addTo(Routes routes) {
    routes.add(
        new Route(
            "POST",
            "/v1/messages/upload",
            Access.PERSON,
            Route.BodyKind.STREAMED,
            request -> meters.watch(() -> receive(request))));
  }

  /** Whatever can be refused without the body is refused before it is read. */
  private Reply receive(Request request) {
    MultipartReader reader =
        MultipartReader.of(
            request.header("Content-Type").orElse(null), request.stream(), Incoming.LARGEST + FORM);
    long length = request.header("Content-Length").map(Long::parseLong).orElse(0L);
    if (length > Incoming.LARGEST + FORM) {
      throw FileRefusal.tooLarge();
    }
    UUID user = request.userId();
    begin(user);
    try {
      limits.charge(Limit.UPLOADS_PER_MINUTE, user);
      List<Upload> received = receiving.receive(user, reader);
      meters.stored(received);
      return Reply.ok(
          new Received(received.stream().map(Upload::attachment).map(uploads::signed).toList()));
    } finally {
      end(user);
    }
  }

  private void begin(UUID user) {
    int now = running.merge(user, 1, Integer::sum);
    if (now > AT_ONCE) {
      end(user);
      throw new ApiException(
          ErrorCode.RATE_LIMITED,
          "At most 3 uploads at once.",
          Map.of("retry_after", 1L, "limit", "uploads_at_once", "quota", AT_ONCE, "window", 1L));
    }
  }

  private void end(UUID user) {
    running.computeIfPresent(user, (id, count) -> count == 1 ? null : count - 1);
  }
}
