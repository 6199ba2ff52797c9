package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.upload.Upload;
import com.mockhu.dm.file.upload.UploadSql;
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
 * Pictures of people (behaviour §2). A picture is kept while a profile shows it, and removed by the
 * clean-up after that.
 */
public final class Avatars implements AvatarPictures {
  /** How long a replaced picture is served for clients that have not heard of the new one. */
  private static final Duration GRACE = Duration.ofHours(24);

  private final ReceiveUploads receive;
  private final UploadLimits limits;
  private final Accounts accounts;
  private final Clock clock;

  public Avatars(ReceiveUploads receive, UploadLimits limits, Accounts accounts, Clock clock) {
    this.receive = receive;
    this.limits = limits;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public RateLimit limit() {
    return UploadLimits.UPLOADS_PER_MINUTE;
  }

  @Override
  public String receive(Request form) {
    return limits.admit(
        form,
        UploadForm.LARGEST_IMAGE,
        reader -> Upload.AVATAR_ROOT + receive.receiveAvatar(form.userId(), reader).key());
  }

  /**
   * In the transaction that changed the profiles: keeps the pictures that they show now, and
   * releases the earlier ones after {@link #GRACE}.
   */
  public void settle(Transaction transaction, Collection<UUID> userIds) throws SQLException {
    Map<UUID, String> keys = new HashMap<>();
    accounts.present(transaction, userIds).values().forEach(u -> keys.put(u.id(), key(u)));
    Column people = Column.uuids(keys.keySet());
    Column shown = Column.texts(keys.keySet(), keys::get);
    UploadSql.hidePictures(transaction, people, shown, clock.instant().plus(GRACE));
    UploadSql.showPictures(transaction, people, shown, clock.instant());
  }

  /** The key of a picture that this server stores; empty for one elsewhere, or none. */
  private static String key(UserView user) {
    String url = user.avatarUrl() == null ? "" : user.avatarUrl();
    return url.startsWith(Upload.AVATAR_ROOT + Upload.AVATAR_FOLDER)
        ? url.substring(Upload.AVATAR_ROOT.length())
        : "";
  }
}
