package com.mockhu.dm.file.upload;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What becomes of uploads once they are there; inside others' transactions. */
public final class Uploads {
  /** How long one may stay unsent. */
  public static final Duration UNSENT = Duration.ofHours(24);

  private final Conversations conversations;
  private final Links links;
  private final Clock clock;

  public Uploads(Conversations conversations, Links links, Clock clock) {
    this.conversations = conversations;
    this.links = links;
    this.clock = clock;
  }

  /** How a client names an upload: by one of the two, or both. */
  public record Reference(UUID id, String url) {

    /** Whether this is the upload it names. */
    public boolean fits(Attachment attachment) {
      return (id == null || id.equals(attachment.id()))
          && (url == null || url.equals(attachment.url()));
    }
  }

  /** An upload that {@code holderId} needs from now on, for those in the conversation. */
  public record Claim(UUID uploadId, UUID conversationId, UUID holderId) {}

  /** Those of the named ones that can still be sent; locked until the transaction ends. */
  public Unsent lock(Transaction transaction, Collection<Reference> named) throws SQLException {
    List<UUID> ids = named.stream().map(Reference::id).filter(Objects::nonNull).toList();
    List<String> keys =
        named.stream()
            .map(Reference::url)
            .filter(Objects::nonNull)
            .filter(url -> url.startsWith(Upload.ROOT))
            .map(url -> url.substring(Upload.ROOT.length()))
            .toList();
    Instant oldest = clock.instant().minus(UNSENT);
    return new Unsent(UploadSql.lockUnsent(transaction, ids, keys, oldest));
  }

  public void hold(Transaction transaction, List<Claim> claims) throws SQLException {
    UploadSql.hold(transaction, claims);
  }

  /** What the holder needed may go. */
  public void release(Transaction transaction, UUID holderId) throws SQLException {
    UploadSql.release(transaction, holderId, clock.instant());
  }

  /** The person's uploads, and all files of their conversations. */
  public void releaseAll(Transaction transaction, UUID userId) throws SQLException {
    List<UUID> all = conversations.allOf(transaction, userId);
    UploadSql.releaseAll(transaction, userId, all, clock.instant());
  }

  /** With addresses that are good for an hour; downloads by them count as the viewer's. */
  public Attachment signed(Attachment attachment, UUID viewer) {
    return links.sign(attachment, viewer);
  }
}
