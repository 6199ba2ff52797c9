package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.image.Picture;
import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.multipart.MultipartReader;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.upkeep.Cleaning;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes uploads in: all files of one, or none (behaviour §9). */
public final class Receiving {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy/MM/", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);

  private final Database database;
  private final TemporaryFolders temporary;
  private final Storage storage;
  private final Screening screening;
  private final Inspection inspection;
  private final Quota quota;
  private final Cleaning cleaning;
  private final Clock clock;

  public Receiving(
      Database database,
      TemporaryFolders temporary,
      Storage storage,
      Screening screening,
      Inspection inspection,
      Quota quota,
      Cleaning cleaning,
      Clock clock) {
    this.database = database;
    this.temporary = temporary;
    this.storage = storage;
    this.screening = screening;
    this.inspection = inspection;
    this.quota = quota;
    this.cleaning = cleaning;
    this.clock = clock;
  }

  private interface Reading {
    List<Incoming.File> into(Path folder) throws IOException;
  }

  private interface Making {
    Ready of(Incoming.File file);
  }

  List<Upload> receive(UUID uploader, MultipartReader reader) {
    return receive(
        uploader, folder -> Incoming.read(reader, folder), file -> inspect(uploader, file));
  }

  Upload receiveAvatar(UUID person, MultipartReader reader) {
    return receive(
            person, folder -> Incoming.readAvatar(reader, folder), file -> portrait(person, file))
        .getFirst();
  }

  private List<Upload> receive(UUID uploader, Reading reading, Making making) {
    Path folder = folder();
    try {
      List<Incoming.File> files = read(reading, folder);
      // Before any decoder of ours touches them.
      screening.require(uploader, files);
      List<Ready> ready = new ArrayList<>();
      for (Incoming.File file : files) {
        ready.add(FileRefusal.naming(file.name().shown(), () -> making.of(file)));
      }
      keep(uploader, ready);
      return ready.stream().map(Ready::upload).toList();
    } finally {
      delete(folder);
    }
  }

  private Path folder() {
    try {
      return temporary.make();
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }

  private static List<Incoming.File> read(Reading reading, Path folder) {
    try {
      return reading.into(folder);
    } catch (IOException e) {
      throw ApiException.invalid("The body broke off.");
    }
  }

  private Ready inspect(UUID uploader, Incoming.File file) {
    return inspection
        .inspect(uploader, file.name().kind(), file.path())
        .map(picture -> picture(uploader, file, picture))
        .orElseGet(() -> document(uploader, file));
  }

  private Ready picture(UUID uploader, Incoming.File file, Picture picture) {
    UUID name = UUID.randomUUID();
    Instant now = now();
    Upload upload =
        new Upload(
            Ids.next(),
            uploader,
            "images/" + MONTH.format(now) + name + "." + file.name().kind().extension(),
            "images/thumbnails/" + name + ".jpg",
            file.name().shown(),
            file.name().original(),
            size(picture.file()),
            size(picture.thumbnail()),
            file.name().kind().mimeType(),
            picture.width(),
            picture.height(),
            now,
            null,
            null);
    return new Ready(upload, picture.file(), picture.thumbnail());
  }

  private Ready portrait(UUID person, Incoming.File file) {
    Path portrait = inspection.portrait(person, file.name().kind(), file.path());
    return Ready.avatar(person, file.name(), portrait, size(portrait), now());
  }

  private Ready document(UUID uploader, Incoming.File file) {
    Instant now = now();
    Upload upload =
        new Upload(
            Ids.next(),
            uploader,
            "files/" + MONTH.format(now) + UUID.randomUUID() + "." + file.name().kind().extension(),
            null,
            file.name().shown(),
            file.name().original(),
            size(file.path()),
            0,
            MediaType.of(file.name().kind(), file.path()),
            null,
            null,
            now,
            null,
            null);
    return new Ready(upload, file.path(), null);
  }

  /** Rows first: should the server die in between, the cleaning finds what was kept by them. */
  private void keep(UUID uploader, List<Ready> ready) {
    List<Upload> uploads = ready.stream().map(Ready::upload).toList();
    database.transaction(
        transaction -> {
          quota.use(transaction, uploader, uploads.stream().mapToLong(Upload::bytes).sum());
          UploadSql.insert(transaction, uploads);
          return null;
        });
    try {
      for (Ready each : ready) {
        storage.keep(each.upload().key(), each.file());
        if (each.thumbnail() != null) {
          storage.keep(each.upload().thumbnailKey(), each.thumbnail());
        }
      }
    } catch (IOException e) {
      forget(uploads);
      throw StorageFault.of(e);
    }
  }

  /** What cannot be removed now goes with the next cleaning. */
  private void forget(List<Upload> uploads) {
    try {
      cleaning.forget(uploads);
    } catch (RuntimeException e) {
      LOG.warn("What was kept of a failed upload could not be removed yet: {}", e.getMessage());
      database.transaction(
          transaction -> {
            UploadSql.discard(transaction, uploads, now());
            return null;
          });
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }

  private static void delete(Path folder) {
    try {
      TemporaryFolders.delete(folder);
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }
}
