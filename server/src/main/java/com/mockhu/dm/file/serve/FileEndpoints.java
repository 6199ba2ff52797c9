package com.mockhu.dm.file.serve;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.upload.Links;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Serves files to those in their conversation, by token or by signed address (behaviour §9). */
public final class FileEndpoints {
  public static final RateLimit DOWNLOADS_PER_MINUTE = new RateLimit("downloads_per_minute", 100);

  private final Database database;
  private final Storage storage;
  private final Conversations conversations;
  private final Authenticator authenticator;
  private final Links links;
  private final RateLimits limits;
  private final Clock clock;

  public FileEndpoints(
      Database database,
      Storage storage,
      Conversations conversations,
      Authenticator authenticator,
      Links links,
      RateLimits limits,
      Clock clock) {
    this.clock = clock;
    this.database = database;
    this.storage = storage;
    this.conversations = conversations;
    this.authenticator = authenticator;
    this.links = links;
    this.limits = limits;
  }

  public void addTo(Routes routes) {
    String byId = "/v1/messages/files/{fileId}";
    RouteLimit limit = new RouteLimit.Own(DOWNLOADS_PER_MINUTE);
    routes.open("GET", byId, limit, request -> byId(request, false));
    routes.open("GET", byId + "/thumbnail", limit, request -> byId(request, true));
    routes.open(
        "GET",
        "/uploads/messages/images/thumbnails/{name}",
        limit,
        request -> byKey(request, "images/thumbnails/" + request.path("name")));
    routes.open("GET", Upload.AVATAR_ROOT + Upload.AVATAR_FOLDER + "{name}", this::avatar);
    for (String folder : new String[] {"images", "files"}) {
      routes.open(
          "GET",
          "/uploads/messages/" + folder + "/{year}/{month}/{name}",
          limit,
          request ->
              byKey(
                  request,
                  String.join(
                      "/",
                      folder,
                      request.path("year"),
                      request.path("month"),
                      request.path("name"))));
    }
  }

  private HttpResult byId(Request request, boolean isThumbnail) {
    UUID id = request.pathId("fileId");
    Upload upload = opened(request, transaction -> UploadSql.byId(transaction, id), isThumbnail);
    return reply(request, upload, isThumbnail);
  }

  private HttpResult byKey(Request request, String key) {
    boolean isThumbnail = key.startsWith("images/thumbnails/");
    Upload upload = opened(request, transaction -> UploadSql.byKey(transaction, key), isThumbnail);
    return reply(request, upload, isThumbnail);
  }

  /** Whoever knows the name may see it: a page cannot send a token for a picture beside a name. */
  private HttpResult avatar(Request request) {
    String key = Upload.AVATAR_FOLDER + request.path("name");
    Upload upload =
        database.read(
            transaction ->
                UploadSql.byKey(transaction, key)
                    .filter(this::isServed)
                    .orElseThrow(FileEndpoints::missing));
    // A new picture has a new name, so this one may be kept; not for long, should its person go.
    return reply(request, upload, false)
        .with("Content-Disposition", "inline")
        .with("Cross-Origin-Resource-Policy", "cross-origin")
        .with("Cache-Control", "private, max-age=86400, immutable");
  }

  /** One that was replaced stays for a while, for those who do not know yet. */
  private boolean isServed(Upload picture) {
    return picture.removedAt() == null || picture.removedAt().isAfter(clock.instant());
  }

  private interface Finding {
    Optional<Upload> in(Transaction transaction) throws SQLException;
  }

  /** Found, and the caller may read it. */
  private Upload opened(Request request, Finding finding, boolean isThumbnail) {
    Optional<String> signature = request.query("signature");
    UUID viewer = signature.isPresent() ? null : viewer(request);
    if (viewer != null) {
      limits.charge(DOWNLOADS_PER_MINUTE, links.tag(viewer));
    }
    return database.read(
        transaction -> {
          Upload upload = finding.in(transaction).orElseThrow(FileEndpoints::missing);
          if (signature.isPresent()) {
            String expires = request.query("expires").orElse(null);
            String tag = links.check(upload.id(), isThumbnail, expires, signature.get());
            limits.charge(DOWNLOADS_PER_MINUTE, tag);
          } else {
            requireReader(transaction, upload, viewer);
          }
          if (upload.removedAt() != null) {
            throw missing();
          }
          return upload;
        });
  }

  private UUID viewer(Request request) {
    String token = HttpFront.bearer(request.header("Authorization").orElse(null));
    UUID viewer = authenticator.authenticate(token).userId();
    if (viewer == null) {
      throw ApiException.unauthorized("This token belongs to no user.");
    }
    return viewer;
  }

  private void requireReader(Transaction transaction, Upload upload, UUID viewer)
      throws SQLException {
    if (upload.conversationId() != null) {
      conversations.open(transaction, upload.conversationId(), viewer);
    } else if (!upload.uploaderId().equals(viewer)) {
      throw new ApiException(ErrorCode.NOT_PARTICIPANT, "This file is somebody else's.");
    }
  }

  private HttpResult reply(Request request, Upload upload, boolean isThumbnail) {
    String key = isThumbnail ? upload.thumbnailKey() : upload.key();
    if (key == null) {
      throw missing();
    }
    return new FileReply(upload, isThumbnail).to(request, key, storage);
  }

  private static ApiException missing() {
    return ApiException.notFound("File not found");
  }
}
