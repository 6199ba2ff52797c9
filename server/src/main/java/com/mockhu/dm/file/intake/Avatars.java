package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.limit.RateLimit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Pictures of people (behaviour §2). One is held by its person as long as their profile shows it,
 * and goes like every file that nobody holds.
 */
public final class Avatars implements AvatarPictures {
  /** How long a picture can still be fetched that somebody may be about to show. */
  private static final Duration FAREWELL = Duration.ofHours(24);

  private static final String RELEASE =
      """
      UPDATE uploads u SET removed_at = ?
        FROM unnest(?::uuid[], ?::text[]) AS p (user_id, key)
       WHERE u.holder_id = p.user_id AND u.conversation_id IS NULL AND u.removed_at IS NULL
         AND u.key <> p.key
      """;

  /** Also one that is on its way out: its person has gone back to it. */
  private static final String HOLD =
      """
      UPDATE uploads u SET holder_id = p.user_id, removed_at = NULL
        FROM unnest(?::uuid[], ?::text[]) AS p (user_id, key)
       WHERE u.key = p.key AND u.uploader_id = p.user_id AND u.conversation_id IS NULL
         AND (u.holder_id IS NULL OR u.holder_id = p.user_id)
         AND (u.removed_at IS NULL OR u.removed_at > ?)
      """;

  private final Receiving receiving;
  private final Admission admission;
  private final Accounts accounts;
  private final Clock clock;

  public Avatars(Receiving receiving, Admission admission, Accounts accounts, Clock clock) {
    this.receiving = receiving;
    this.admission = admission;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public RateLimit limit() {
    return Admission.UPLOADS_PER_MINUTE;
  }

  @Override
  public String receive(Request form) {
    return admission.admit(
        form,
        Incoming.LARGEST_IMAGE,
        reader -> Upload.AVATAR_ROOT + receiving.receiveAvatar(form.userId(), reader).key());
  }

  /**
   * In the transaction that changed the profiles: what they show now is held; what they showed
   * before goes after {@link #FAREWELL}.
   */
  public void settle(Transaction transaction, Collection<UUID> userIds) throws SQLException {
    Map<UUID, String> keys = new HashMap<>();
    accounts.present(transaction, userIds).values().forEach(u -> keys.put(u.id(), key(u)));
    Column people = Column.uuids(keys.keySet());
    Column shown = Column.texts(keys.keySet(), keys::get);
    transaction.update(RELEASE, clock.instant().plus(FAREWELL), people, shown);
    transaction.update(HOLD, people, shown, clock.instant());
  }

  /** Of the picture here; empty for one elsewhere, or none. */
  private static String key(UserView user) {
    String url = user.avatarUrl() == null ? "" : user.avatarUrl();
    return url.startsWith(Upload.AVATAR_ROOT + Upload.AVATAR_FOLDER)
        ? url.substring(Upload.AVATAR_ROOT.length())
        : "";
  }
}
