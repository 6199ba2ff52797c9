package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements on {@code sent_files}, which belong to the conversation. */
public final class SentFileSql {
  private SentFileSql() {}

  /** Moves rows here from {@code uploads}, where they must be locked. */
  static void insert(Transaction transaction, List<Uploads.Claim> claims) {
    Column uploaders = Column.uuids(claims, Uploads.Claim::uploaderId);
    Column ids = Column.uuids(claims, Uploads.Claim::uploadId);
    transaction.later(
        """
        INSERT INTO sent_files (conversation_id, holder_id, id, uploader_id, key, thumbnail_key,
                                filename, original_filename, size, thumbnail_size, mime_type,
                                width, height, uploaded_at)
        SELECT c.conversation_id, c.holder_id, u.id, u.uploader_id, u.key, u.thumbnail_key,
               u.filename, u.original_filename, u.size, u.thumbnail_size, u.mime_type,
               u.width, u.height, u.uploaded_at
          FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
            AS c (uploader_id, id, conversation_id, holder_id)
          JOIN uploads u ON u.uploader_id = c.uploader_id AND u.id = c.id
        """,
        uploaders,
        ids,
        Column.uuids(claims, Uploads.Claim::conversationId),
        Column.uuids(claims, Uploads.Claim::holderId));
    transaction.later(
        """
        DELETE FROM uploads u USING unnest(?::uuid[], ?::uuid[]) AS c (uploader_id, id)
         WHERE u.uploader_id = c.uploader_id AND u.id = c.id
        """,
        uploaders,
        ids);
  }

  static void release(Transaction transaction, UUID conversationId, UUID holderId, Instant now)
      throws SQLException {
    transaction.update(
        """
        UPDATE sent_files SET removed_at = ?
         WHERE conversation_id = ? AND holder_id = ? AND removed_at IS NULL
        """,
        now,
        conversationId,
        holderId);
  }

  /** What the person sent anywhere, and all files of the conversations. */
  static void releaseAll(
      Transaction transaction, UUID uploader, Collection<UUID> conversations, Instant now)
      throws SQLException {
    transaction.update(
        """
        UPDATE sent_files SET removed_at = ?
         WHERE (uploader_id = ? OR conversation_id = ANY (?)) AND removed_at IS NULL
        """,
        now,
        uploader,
        Column.uuids(conversations));
  }

  /** Locks files that nothing refers to, except those that another server has locked. */
  public static List<Upload> lockUnused(Transaction transaction, Instant now, int most)
      throws SQLException {
    return transaction.list(
        FileSql.SENT + " WHERE removed_at <= ? LIMIT ? FOR UPDATE SKIP LOCKED",
        FileSql::upload,
        now,
        most);
  }

  /** Files to move that no other server is moving; reserved for the caller until {@code until}. */
  public static List<Upload> claimOld(
      Transaction transaction, Instant sentBefore, Instant now, Instant until, int most)
      throws SQLException {
    return transaction.list(
        """
        UPDATE sent_files SET moving_until = ? WHERE id IN (
            SELECT id FROM sent_files
             WHERE removed_at IS NULL AND cold_at IS NULL
               AND uploaded_at < ? AND (moving_until IS NULL OR moving_until < ?)
             ORDER BY uploaded_at LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING id, uploader_id, key, thumbnail_key, filename, original_filename, size,
                  thumbnail_size, mime_type, width, height, uploaded_at, conversation_id,
                  removed_at
        """,
        FileSql::upload,
        until,
        sentBefore,
        now,
        most);
  }

  /** False when nothing refers to the file any more, or another server has moved it. */
  public static boolean markCold(Transaction transaction, Upload upload, Instant now)
      throws SQLException {
    return transaction.update(
            """
            UPDATE sent_files SET cold_at = ?
             WHERE conversation_id = ? AND id = ? AND removed_at IS NULL AND cold_at IS NULL
            """,
            now,
            upload.conversationId(),
            upload.id())
        == 1;
  }

  public static boolean hasCold(Transaction transaction) throws SQLException {
    return transaction.exists("SELECT 1 FROM sent_files WHERE cold_at IS NOT NULL LIMIT 1");
  }

  static void delete(Transaction transaction, List<Upload> uploads) throws SQLException {
    transaction.update(
        """
        DELETE FROM sent_files f USING unnest(?::uuid[], ?::uuid[]) AS d (conversation_id, id)
         WHERE f.conversation_id = d.conversation_id AND f.id = d.id
        """,
        Column.uuids(uploads, Upload::conversationId),
        Column.uuids(uploads, Upload::id));
  }
}
