package com.mockhu.dm.file.serve;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.upload.FileSql;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Serves files to those who may read them, and pictures of people (behaviour §9). */
public final class FileEndpoints {
  private final Database database;
  private final Storage storage;
  private final FileAccess access;
  private final Clock clock;

  public FileEndpoints(Database database, Storage storage, FileAccess access, Clock clock) {
    this.database = database;
    this.storage = storage;
    this.access = access;
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    String byId = "/v1/messages/files/{fileId}";
    RouteLimit limit = new RouteLimit.Own(FileAccess.DOWNLOADS_PER_MINUTE);
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
    Upload upload = opened(request, transaction -> FileSql.byId(transaction, id), isThumbnail);
    return reply(request, upload, isThumbnail);
  }

  private HttpResult byKey(Request request, String key) {
    boolean isThumbnail = key.startsWith("images/thumbnails/");
    Upload upload =
        opened(request, transaction -> byKey(transaction, key, isThumbnail), isThumbnail);
    return reply(request, upload, isThumbnail);
  }

  private static Optional<Upload> byKey(Transaction transaction, String key, boolean isThumbnail)
      throws SQLException {
    return isThumbnail ? FileSql.byThumbnail(transaction, key) : FileSql.byKey(transaction, key);
  }

  /** Needs no token: an {@code img} element cannot send one, and the name cannot be guessed. */
  private HttpResult avatar(Request request) {
    String key = Upload.AVATAR_FOLDER + request.path("name");
    Upload upload =
        database.read(
            transaction ->
                FileSql.byKey(transaction, key)
                    .filter(this::isServed)
                    .orElseThrow(FileEndpoints::missing));
    // A new picture has a new name, so caches may keep this one; a day, since accounts are deleted.
    return reply(request, upload, false)
        .with("Content-Disposition", "inline")
        .with("Cross-Origin-Resource-Policy", "cross-origin")
        .with("Cache-Control", "private, max-age=86400, immutable");
  }

  /** A replaced picture is served for a while, for clients that do not know the new one yet. */
  private boolean isServed(Upload picture) {
    return picture.removedAt() == null || picture.removedAt().isAfter(clock.instant());
  }

  private interface Finding {
    Optional<Upload> in(Transaction transaction) throws SQLException;
  }

  /** The file, which the sender of the request may read. */
  private Upload opened(Request request, Finding finding, boolean isThumbnail) {
    FileAccess.Reader reader = access.reader(request, isThumbnail);
    return database.read(
        transaction -> {
          Upload upload = finding.in(transaction).orElseThrow(FileEndpoints::missing);
          access.require(transaction, upload, reader);
          if (upload.removedAt() != null) {
            throw missing();
          }
          return upload;
        });
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
