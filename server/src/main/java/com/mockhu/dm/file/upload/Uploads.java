package com.mockhu.dm.file.upload;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Uploads in the hands of other features: sending, releasing and showing them. */
public final class Uploads {
  /** How long a file may stay unsent. */
  public static final Duration UNSENT = Duration.ofHours(24);

  private final Conversations conversations;
  private final SignedUrls urls;
  private final Clock clock;

  public Uploads(Conversations conversations, SignedUrls urls, Clock clock) {
    this.conversations = conversations;
    this.urls = urls;
    this.clock = clock;
  }

  /** How a client names an upload: by one of the two, or both. */
  public record Reference(UUID id, String url) {

    /** Whether the reference names this file. */
    public boolean fits(Attachment attachment) {
      return (id == null || id.equals(attachment.id()))
          && (url == null || url.equals(attachment.url()));
    }
  }

  /** An upload that {@code holderId} refers to from now on, in the conversation. */
  public record Claim(UUID uploaderId, UUID uploadId, UUID conversationId, UUID holderId) {}

  /**
   * Those of the named files that the senders can still send; locked until the transaction ends.
   *
   * @param senders all who name one
   */
  public AvailableUploads lock(
      Transaction transaction, Collection<UUID> senders, Collection<Reference> named)
      throws SQLException {
    List<UUID> ids = named.stream().map(Reference::id).filter(Objects::nonNull).toList();
    List<String> keys =
        named.stream()
            .map(Reference::url)
            .filter(Objects::nonNull)
            .filter(url -> url.startsWith(Upload.ROOT))
            .map(url -> url.substring(Upload.ROOT.length()))
            .toList();
    return new AvailableUploads(lock(transaction, senders, ids, keys));
  }

  private List<Upload> lock(
      Transaction transaction, Collection<UUID> senders, List<UUID> ids, List<String> keys)
      throws SQLException {
    Instant oldest = clock.instant().minus(UNSENT);
    List<Upload> locked = new ArrayList<>();
    if (!ids.isEmpty()) {
      locked.addAll(UploadSql.lockUnsent(transaction, senders, ids, oldest));
    }
    if (!keys.isEmpty()) {
      List<Upload> more = UploadSql.lockUnsentByKeys(transaction, senders, keys, oldest);
      more.stream().filter(upload -> !locked.contains(upload)).forEach(locked::add);
    }
    return locked;
  }

  /** Makes locked uploads files of their conversations; goes with the next statement. */
  public void send(Transaction transaction, List<Claim> claims) {
    SentFileSql.insert(transaction, claims);
  }

  /** The holder does not refer to its files any more; the clean-up removes them. */
  public void release(Transaction transaction, UUID conversationId, UUID holderId)
      throws SQLException {
    SentFileSql.release(transaction, conversationId, holderId, clock.instant());
  }

  /** The person's files, and all files of their direct conversations, which go with them. */
  public void releaseAll(Transaction transaction, UUID userId) throws SQLException {
    Instant now = clock.instant();
    UploadSql.releaseAll(transaction, userId, now);
    List<UUID> direct =
        conversations.all(transaction, conversations.allOf(transaction, userId)).values().stream()
            .filter(Conversation::isDirect)
            .map(Conversation::id)
            .toList();
    SentFileSql.releaseAll(transaction, userId, direct, now);
  }

  /** With URLs that are valid for an hour; downloads by them count as the viewer's. */
  public List<Attachment> signed(List<Attachment> attachments, UUID viewer) {
    return urls.sign(attachments, viewer);
  }

  /** The same as JSON, for many viewers. */
  public AttachmentJson json(List<Attachment> attachments) {
    return new AttachmentJson(attachments, urls, Json::text);
  }
}
