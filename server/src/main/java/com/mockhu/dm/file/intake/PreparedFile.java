package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.image.StoredImage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** A checked file and its row; {@code thumbnail} is null for a file without one. */
record PreparedFile(Upload upload, Path file, Path thumbnail) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy/MM/", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Who sent a file, under which name, and when. */
  record Origin(UUID uploader, FileName name, Instant at) {
    private String key(String folder, UUID random) {
      return folder + MONTH.format(at) + random + "." + name.kind().extension();
    }

    private Upload upload(Upload.Bytes bytes, Upload.Image image, String mimeType) {
      return new Upload(
          Ids.next(),
          uploader,
          null,
          new Upload.Names(name.shown(), name.original()),
          mimeType,
          bytes,
          image,
          new Upload.Times(at, null));
    }
  }

  static PreparedFile image(Origin origin, StoredImage image) {
    UUID random = UUID.randomUUID();
    Upload.Bytes thumbnail = bytes("images/thumbnails/" + random + ".jpg", image.thumbnail());
    Upload upload =
        origin.upload(
            bytes(origin.key("images/", random), image.file()),
            new Upload.Image(thumbnail, image.width(), image.height()),
            origin.name.kind().mimeType());
    return new PreparedFile(upload, image.file(), image.thumbnail());
  }

  static PreparedFile document(Origin origin, Path file) {
    Upload.Bytes bytes = bytes(origin.key("files/", UUID.randomUUID()), file);
    String mimeType = MediaType.of(origin.name.kind(), file);
    return new PreparedFile(origin.upload(bytes, null, mimeType), file, null);
  }

  /** The picture of a person; only its random name protects it. */
  static PreparedFile avatar(Origin origin, Path picture) {
    String key = Upload.AVATAR_FOLDER + UUID.randomUUID() + "." + Kind.JPEG.extension();
    Upload upload = origin.upload(bytes(key, picture), null, Kind.JPEG.mimeType());
    return new PreparedFile(upload, picture, null);
  }

  private static Upload.Bytes bytes(String key, Path file) {
    try {
      return new Upload.Bytes(key, Files.size(file));
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }
}
