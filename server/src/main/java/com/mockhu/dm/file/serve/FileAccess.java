package com.mockhu.dm.file.serve;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.file.upload.SignedUrls;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides who may read a file (behaviour §9): with a token, its conversation's participants, or its
 * uploader until it is sent; with a signed URL, whoever has the URL, for an hour. Each download is
 * charged to a person.
 */
public final class FileAccess {
  public static final RateLimit DOWNLOADS_PER_MINUTE = new RateLimit("downloads_per_minute", 100);

  private final Conversations conversations;
  private final Authenticator authenticator;
  private final SignedUrls urls;
  private final RateLimits limits;

  public FileAccess(
      Conversations conversations,
      Authenticator authenticator,
      SignedUrls urls,
      RateLimits limits) {
    this.conversations = conversations;
    this.authenticator = authenticator;
    this.urls = urls;
    this.limits = limits;
  }

  /**
   * What a request shows of its sender.
   *
   * @param viewer null where a signature is given instead of a token
   */
  record Reader(UUID viewer, Optional<String> signature, String expires, boolean isThumbnail) {}

  /**
   * Checks the token, where there is no signature, before the file is looked up.
   *
   * @throws ApiException {@code unauthorized}, {@code rate_limited}
   */
  Reader reader(Request request, boolean isThumbnail) {
    Optional<String> signature = request.query("signature");
    UUID viewer = signature.isPresent() ? null : viewer(request);
    if (viewer != null) {
      limits.charge(DOWNLOADS_PER_MINUTE, urls.tag(viewer));
    }
    return new Reader(viewer, signature, request.query("expires").orElse(null), isThumbnail);
  }

  /**
   * @throws ApiException {@code forbidden} for a bad signature, {@code not_participant}, {@code
   *     blocked}, {@code rate_limited}
   */
  void require(Transaction transaction, Upload upload, Reader reader) throws SQLException {
    if (reader.signature.isPresent()) {
      String tag =
          urls.check(upload.id(), reader.isThumbnail, reader.expires, reader.signature.get());
      limits.charge(DOWNLOADS_PER_MINUTE, tag);
    } else if (upload.conversationId() != null) {
      conversations.open(transaction, upload.conversationId(), reader.viewer);
    } else if (!upload.uploaderId().equals(reader.viewer)) {
      throw new ApiException(ErrorCode.NOT_PARTICIPANT, "This file is somebody else's.");
    }
  }

  private UUID viewer(Request request) {
    String token = HttpFront.bearer(request.header("Authorization").orElse(null));
    UUID viewer = authenticator.authenticate(token).userId();
    if (viewer == null) {
      throw ApiException.unauthorized("This token belongs to no user.");
    }
    return viewer;
  }
}
