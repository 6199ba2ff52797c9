package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.upkeep.FileCount;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of infected uploads (table {@code quarantine}); the files themselves are not kept. */
public final class InfectionRecords {
  private static final Logger LOG = LoggerFactory.getLogger(InfectionRecords.class);
  public static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;

  public InfectionRecords(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void record(UUID uploader, UploadForm.File file, String signature) {
    UUID id = Ids.next();
    String sha256 = sha256(file.path());
    database.transaction(
        transaction ->
            transaction.update(
                """
                INSERT INTO quarantine
                       (id, found_at, uploader_id, original_filename, size, sha256, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                clock.instant(),
                uploader,
                file.name().original(),
                file.path().toFile().length(),
                sha256,
                signature));
    LOG.warn("{} was found in an upload of {}: quarantine record {}", signature, uploader, id);
  }

  /** Removes records older than 90 days, and returns how many. */
  public FileCount removeOld() {
    Instant before = clock.instant().minus(KEPT);
    return new FileCount(
        database.transaction(
            transaction -> transaction.update("DELETE FROM quarantine WHERE found_at < ?", before)),
        0);
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw StorageFault.of(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
