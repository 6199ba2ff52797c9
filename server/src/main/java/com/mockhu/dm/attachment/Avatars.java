package com.mockhu.dm.attachment;

import com.mockhu.dm.account.Accounts;
import com.mockhu.dm.account.AvatarPictures;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.http.Request;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/**
 * Pictures of people (behaviour §2). One is held by its person as long as their profile shows it,
 * and goes like every file that nobody holds.
 */
final class Avatars implements AvatarPictures {
  /** Of their keys. */
  static final String FOLDER = "avatars/";

  static final String ROOT = "/uploads/";

  private final Receiving receiving;
  private final Admission admission;
  private final Accounts accounts;
  private final Clock clock;

  Avatars(Receiving receiving, Admission admission, Accounts accounts, Clock clock) {
    this.receiving = receiving;
    this.admission = admission;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public String receive(Request form) {
    return admission.admit(
        form,
        Incoming.LARGEST_IMAGE,
        reader -> ROOT + receiving.receiveAvatar(form.userId(), reader).key());
  }

  /** In the transaction that changed the profile: whatever it shows now is held, and no more. */
  void settle(Transaction transaction, UUID userId) throws SQLException {
    String url = accounts.avatarUrl(transaction, userId).orElse("");
    String key = url.startsWith(ROOT + FOLDER) ? url.substring(ROOT.length()) : "";
    transaction.update(
        """
        UPDATE uploads SET removed_at = ?
         WHERE holder_id = ? AND conversation_id IS NULL AND removed_at IS NULL AND key <> ?
        """,
        clock.instant(),
        userId,
        key);
    if (!key.isEmpty()) {
      transaction.update(
          """
          UPDATE uploads SET holder_id = ?
           WHERE key = ? AND uploader_id = ? AND holder_id IS NULL AND removed_at IS NULL
          """,
          userId,
          key,
          userId);
    }
  }
}
