package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code uploads} and {@code upload_usage}. */
public final class UploadSql {
  private static final String SELECT =
      """
      SELECT id, uploader_id, key, thumbnail_key, filename, original_filename, size,
             thumbnail_size, mime_type, width, height, uploaded_at, conversation_id, removed_at
        FROM uploads
      """;

  private UploadSql() {}

  private static Upload upload(Row row) throws SQLException {
    boolean isImage = row.text("thumbnail_key") != null;
    return new Upload(
        row.uuid("id"),
        row.uuid("uploader_id"),
        row.text("key"),
        row.text("thumbnail_key"),
        row.text("filename"),
        row.text("original_filename"),
        row.number("size"),
        row.number("thumbnail_size"),
        row.text("mime_type"),
        isImage ? row.integer("width") : null,
        isImage ? row.integer("height") : null,
        row.instant("uploaded_at"),
        row.uuid("conversation_id"),
        row.instant("removed_at"));
  }

  public static void insert(Transaction transaction, List<Upload> uploads) throws SQLException {
    transaction.update(
        """
        INSERT INTO uploads (id, uploader_id, key, thumbnail_key, filename, original_filename,
                             size, thumbnail_size, mime_type, width, height, uploaded_at)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::bigint[], ?::bigint[], ?::text[], ?::int[], ?::int[],
                             ?::timestamptz[])
        """,
        Column.uuids(uploads, Upload::id),
        Column.uuids(uploads, Upload::uploaderId),
        Column.texts(uploads, Upload::key),
        Column.texts(uploads, Upload::thumbnailKey),
        Column.texts(uploads, Upload::filename),
        Column.texts(uploads, Upload::originalFilename),
        Column.longs(uploads, Upload::size),
        Column.longs(uploads, Upload::thumbnailSize),
        Column.texts(uploads, Upload::mimeType),
        Column.ints(uploads, Upload::width),
        Column.ints(uploads, Upload::height),
        Column.instants(uploads, Upload::uploadedAt));
  }

  public static Optional<Upload> byId(Transaction transaction, UUID id) throws SQLException {
    return transaction.first(SELECT + " WHERE id = ?", UploadSql::upload, id);
  }

  /** By the key of the file or of its thumbnail. */
  public static Optional<Upload> byKey(Transaction transaction, String key) throws SQLException {
    return transaction.first(
        SELECT + " WHERE key = ? OR thumbnail_key = ?", UploadSql::upload, key, key);
  }

  /** Locked; in one order, so that two who name the same ones wait for each other. */
  static List<Upload> lockUnsent(
      Transaction transaction, Collection<UUID> ids, Collection<String> keys, Instant notBefore)
      throws SQLException {
    return transaction.list(
        SELECT
            + """
               WHERE (id = ANY (?) OR key = ANY (?)) AND holder_id IS NULL AND removed_at IS NULL
                 AND uploaded_at > ?
               ORDER BY id FOR UPDATE
              """,
        UploadSql::upload,
        Column.uuids(ids),
        Column.texts(keys, key -> key),
        notBefore);
  }

  static void hold(Transaction transaction, List<Uploads.Claim> claims) throws SQLException {
    transaction.update(
        """
        UPDATE uploads u SET conversation_id = c.conversation_id, holder_id = c.holder_id
          FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS c (id, conversation_id, holder_id)
         WHERE u.id = c.id
        """,
        Column.uuids(claims, Uploads.Claim::uploadId),
        Column.uuids(claims, Uploads.Claim::conversationId),
        Column.uuids(claims, Uploads.Claim::holderId));
  }

  static void release(Transaction transaction, UUID holderId, Instant now) throws SQLException {
    transaction.update(
        "UPDATE uploads SET removed_at = ? WHERE holder_id = ? AND removed_at IS NULL",
        now,
        holderId);
  }

  /** Nobody will ever need them. */
  public static void discard(Transaction transaction, List<Upload> uploads, Instant now)
      throws SQLException {
    transaction.update(
        "UPDATE uploads SET removed_at = ? WHERE id = ANY (?)",
        now,
        Column.uuids(uploads, Upload::id));
  }

  static void releaseAll(
      Transaction transaction, UUID userId, Collection<UUID> conversations, Instant now)
      throws SQLException {
    transaction.update(
        """
        UPDATE uploads SET removed_at = ?
         WHERE (uploader_id = ? OR conversation_id = ANY (?))
           AND (removed_at IS NULL OR removed_at > ?)
        """,
        now,
        userId,
        Column.uuids(conversations),
        now);
  }

  /** Those nobody needs; locked, without those that another node has just taken. */
  public static List<Upload> lockUnneeded(
      Transaction transaction, Instant now, Instant unsentBefore, int most) throws SQLException {
    return transaction.list(
        SELECT
            + """
               WHERE removed_at <= ? OR holder_id IS NULL AND uploaded_at <= ?
               LIMIT ? FOR UPDATE SKIP LOCKED
              """,
        UploadSql::upload,
        now,
        unsentBefore,
        most);
  }

  /** Those of the keys that a row says are kept there. */
  public static Set<String> known(Transaction transaction, List<String> keys, boolean isCold)
      throws SQLException {
    Column wanted = Column.texts(keys, key -> key);
    return Set.copyOf(
        transaction.list(
            isCold
                ? "SELECT key FROM uploads WHERE key = ANY (?)"
                : """
                  SELECT key FROM uploads WHERE key = ANY (?) AND cold_at IS NULL
                  UNION ALL SELECT thumbnail_key FROM uploads WHERE thumbnail_key = ANY (?)
                  """,
            row -> row.text("key"),
            isCold ? new Object[] {wanted} : new Object[] {wanted, wanted}));
  }

  /** Those to be moved that nobody else is moving; theirs alone, until then, who calls. */
  public static List<Upload> claimOld(
      Transaction transaction, Instant sentBefore, Instant now, Instant until, int most)
      throws SQLException {
    return transaction.list(
        """
        UPDATE uploads SET moving_until = ? WHERE id IN (
            SELECT id FROM uploads
             WHERE holder_id IS NOT NULL AND removed_at IS NULL AND cold_at IS NULL
               AND uploaded_at < ? AND (moving_until IS NULL OR moving_until < ?)
             ORDER BY uploaded_at LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING id, uploader_id, key, thumbnail_key, filename, original_filename, size,
                  thumbnail_size, mime_type, width, height, uploaded_at, conversation_id,
                  removed_at
        """,
        UploadSql::upload,
        until,
        sentBefore,
        now,
        most);
  }

  /** False when it is not needed any more, or another has moved it. */
  public static boolean markCold(Transaction transaction, UUID id, Instant now)
      throws SQLException {
    return transaction.update(
            """
            UPDATE uploads SET cold_at = ?
             WHERE id = ? AND removed_at IS NULL AND cold_at IS NULL
            """,
            now,
            id)
        == 1;
  }

  public static boolean hasCold(Transaction transaction) throws SQLException {
    return transaction.exists("SELECT 1 FROM uploads WHERE cold_at IS NOT NULL LIMIT 1");
  }

  public static void delete(Transaction transaction, List<Upload> uploads) throws SQLException {
    transaction.update("DELETE FROM uploads WHERE id = ANY (?)", Column.uuids(uploads, Upload::id));
  }

  /** Adds to what is kept for the user, and returns how much that is now. */
  static long use(Transaction transaction, UUID userId, long bytes) throws SQLException {
    return transaction
        .first(
            """
            INSERT INTO upload_usage AS u (user_id, bytes) VALUES (?, ?)
            ON CONFLICT (user_id) DO UPDATE SET bytes = u.bytes + excluded.bytes
            RETURNING bytes
            """,
            row -> row.number("bytes"),
            userId,
            bytes)
        .orElseThrow();
  }
}
