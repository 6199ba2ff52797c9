package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Look-ups of files whether they were sent or not. Each is one statement over both tables: a send
 * moves a row from one to the other, and two statements could miss it in both.
 */
public final class FileSql {
  private static final String COLUMNS =
      """
      id, uploader_id, key, thumbnail_key, filename, original_filename, size, thumbnail_size,
      mime_type, width, height, uploaded_at, removed_at,
      """;

  static final String UNSENT = "SELECT " + COLUMNS + "NULL::uuid AS conversation_id FROM uploads\n";
  static final String SENT = "SELECT " + COLUMNS + "conversation_id FROM sent_files\n";

  private FileSql() {}

  static Upload upload(Row row) throws SQLException {
    return new Upload(
        row.uuid("id"),
        row.uuid("uploader_id"),
        row.uuid("conversation_id"),
        new Upload.Names(row.text("filename"), row.text("original_filename")),
        row.text("mime_type"),
        new Upload.Bytes(row.text("key"), row.number("size")),
        image(row),
        new Upload.Times(row.instant("uploaded_at"), row.instant("removed_at")));
  }

  private static Upload.Image image(Row row) throws SQLException {
    String thumbnail = row.text("thumbnail_key");
    return thumbnail == null
        ? null
        : new Upload.Image(
            new Upload.Bytes(thumbnail, row.number("thumbnail_size")),
            row.integer("width"),
            row.integer("height"));
  }

  public static Optional<Upload> byId(Transaction transaction, UUID id) throws SQLException {
    return transaction.first(
        UNSENT + " WHERE id = ? UNION ALL " + SENT + " WHERE id = ?", FileSql::upload, id, id);
  }

  public static Optional<Upload> byKey(Transaction transaction, String key) throws SQLException {
    return transaction.first(
        UNSENT + " WHERE key = ? UNION ALL " + SENT + " WHERE key = ?", FileSql::upload, key, key);
  }

  public static Optional<Upload> byThumbnail(Transaction transaction, String key)
      throws SQLException {
    return transaction.first(
        UNSENT + " WHERE thumbnail_key = ? UNION ALL " + SENT + " WHERE thumbnail_key = ?",
        FileSql::upload,
        key,
        key);
  }

  /** Those of the keys that a row says are kept in the warm or in the cold storage. */
  public static Set<String> known(Transaction transaction, List<String> keys, boolean isCold)
      throws SQLException {
    Column wanted = Column.texts(keys, key -> key);
    return Set.copyOf(
        isCold
            ? transaction.list(
                "SELECT key FROM sent_files WHERE key = ANY (?)", row -> row.text("key"), wanted)
            : transaction.list(
                """
                SELECT key FROM uploads WHERE key = ANY (?)
                UNION ALL SELECT thumbnail_key FROM uploads WHERE thumbnail_key = ANY (?)
                UNION ALL SELECT key FROM sent_files WHERE key = ANY (?) AND cold_at IS NULL
                UNION ALL SELECT thumbnail_key FROM sent_files WHERE thumbnail_key = ANY (?)
                """,
                row -> row.text("key"),
                wanted,
                wanted,
                wanted,
                wanted));
  }

  /** Deletes the rows of files whose bytes are gone, from the tables that they are in. */
  public static void delete(Transaction transaction, List<Upload> uploads) throws SQLException {
    List<Upload> sent = uploads.stream().filter(Upload::isSent).toList();
    List<Upload> unsent = uploads.stream().filter(upload -> !upload.isSent()).toList();
    if (!sent.isEmpty()) {
      SentFileSql.delete(transaction, sent);
    }
    if (!unsent.isEmpty()) {
      UploadSql.delete(transaction, unsent);
    }
  }
}
