package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements on {@code uploads} and {@code upload_usage}, which belong to the uploader. */
public final class UploadSql {
  private UploadSql() {}

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
        Column.texts(uploads, each -> each.names().shown()),
        Column.texts(uploads, each -> each.names().original()),
        Column.longs(uploads, Upload::size),
        Column.longs(uploads, Upload::thumbnailSize),
        Column.texts(uploads, Upload::mimeType),
        Column.ints(uploads, Upload::width),
        Column.ints(uploads, Upload::height),
        Column.instants(uploads, each -> each.times().uploaded()));
  }

  /** Locks those of the files that their uploaders can still send. */
  static List<Upload> lockUnsent(
      Transaction transaction, Collection<UUID> uploaders, Collection<UUID> ids, Instant notBefore)
      throws SQLException {
    return lockUnsent(
        transaction, " WHERE id = ANY (?)", Column.uuids(ids), Column.uuids(uploaders), notBefore);
  }

  /**
   * The same by the keys of files: a statement of its own, since with a choice of ids or keys the
   * database may read all files of an uploader.
   */
  static List<Upload> lockUnsentByKeys(
      Transaction transaction,
      Collection<UUID> uploaders,
      Collection<String> keys,
      Instant notBefore)
      throws SQLException {
    Column named = Column.texts(keys, key -> key);
    return lockUnsent(
        transaction, " WHERE key = ANY (?)", named, Column.uuids(uploaders), notBefore);
  }

  /** In the order of ids, so that two sends of the same files wait for each other. */
  private static List<Upload> lockUnsent(
      Transaction transaction, String where, Column named, Column uploaders, Instant notBefore)
      throws SQLException {
    return transaction.list(
        FileSql.UNSENT
            + where
            + """
               AND uploader_id = ANY (?) AND NOT is_shown AND removed_at IS NULL
               AND uploaded_at > ?
               ORDER BY id FOR UPDATE
              """,
        FileSql::upload,
        named,
        uploaders,
        notBefore);
  }

  /** Files that nothing refers to. */
  public static void discard(Transaction transaction, List<Upload> uploads, Instant now)
      throws SQLException {
    transaction.update(
        """
        UPDATE uploads u SET removed_at = ?
          FROM unnest(?::uuid[], ?::uuid[]) AS d (uploader_id, id)
         WHERE u.uploader_id = d.uploader_id AND u.id = d.id
        """,
        now,
        Column.uuids(uploads, Upload::uploaderId),
        Column.uuids(uploads, Upload::id));
  }

  static void releaseAll(Transaction transaction, UUID uploader, Instant now) throws SQLException {
    transaction.update(
        """
        UPDATE uploads SET removed_at = ?
         WHERE uploader_id = ? AND (removed_at IS NULL OR removed_at > ?)
        """,
        now,
        uploader,
        now);
  }

  /**
   * Profiles no longer show any picture but {@code shown}.
   *
   * @param people each with the key of the picture that the profile shows, at the same place
   * @param until how long the earlier pictures are still served
   */
  public static void hidePictures(
      Transaction transaction, Column people, Column shown, Instant until) throws SQLException {
    transaction.update(
        """
        UPDATE uploads u SET removed_at = ?
          FROM unnest(?::uuid[], ?::text[]) AS p (user_id, key)
         WHERE u.uploader_id = p.user_id AND u.is_shown AND u.removed_at IS NULL
           AND u.key <> p.key
        """,
        until,
        people,
        shown);
  }

  /** Also pictures whose time runs out: their uploader has gone back to them. */
  public static void showPictures(Transaction transaction, Column people, Column shown, Instant now)
      throws SQLException {
    transaction.update(
        """
        UPDATE uploads u SET is_shown = true, removed_at = NULL
          FROM unnest(?::uuid[], ?::text[]) AS p (user_id, key)
         WHERE u.uploader_id = p.user_id AND u.key = p.key
           AND (u.removed_at IS NULL OR u.removed_at > ?)
        """,
        people,
        shown,
        now);
  }

  /** Locks files that nothing refers to, except those that another server has locked. */
  public static List<Upload> lockUnused(
      Transaction transaction, Instant now, Instant unsentBefore, int most) throws SQLException {
    return transaction.list(
        FileSql.UNSENT
            + """
               WHERE removed_at <= ? OR NOT is_shown AND uploaded_at <= ?
               LIMIT ? FOR UPDATE SKIP LOCKED
              """,
        FileSql::upload,
        now,
        unsentBefore,
        most);
  }

  static void delete(Transaction transaction, List<Upload> uploads) throws SQLException {
    transaction.update(
        """
        DELETE FROM uploads u USING unnest(?::uuid[], ?::uuid[]) AS d (uploader_id, id)
         WHERE u.uploader_id = d.uploader_id AND u.id = d.id
        """,
        Column.uuids(uploads, Upload::uploaderId),
        Column.uuids(uploads, Upload::id));
  }

  /** Adds to the bytes that are kept for the user, and returns the new number. */
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

  /** Bytes that are kept for all people; reads a row for each, so it is not for every upload. */
  static long used(Transaction transaction) throws SQLException {
    return transaction
        .first(
            "SELECT coalesce(sum(bytes), 0)::bigint AS bytes FROM upload_usage",
            row -> row.number("bytes"))
        .orElseThrow();
  }
}
