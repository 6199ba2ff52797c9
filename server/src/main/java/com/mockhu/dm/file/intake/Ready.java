package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.platform.Ids;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** A checked file, and what it will be called; {@code thumbnail} is null for what has none. */
record Ready(Upload upload, Path file, Path thumbnail) {

  /** A picture of a person; its name, which nobody can guess, is all that protects it. */
  static Ready avatar(UUID person, FileName name, Path portrait, long size, Instant now) {
    Upload upload =
        new Upload(
            Ids.next(),
            person,
            Upload.AVATAR_FOLDER + UUID.randomUUID() + "." + Kind.JPEG.extension(),
            null,
            name.shown(),
            name.original(),
            size,
            0,
            Kind.JPEG.mimeType(),
            null,
            null,
            now,
            null,
            null);
    return new Ready(upload, portrait, null);
  }
}
