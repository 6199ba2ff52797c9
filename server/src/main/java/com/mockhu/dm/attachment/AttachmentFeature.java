package com.mockhu.dm.attachment;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.account.AvatarPictures;
import com.mockhu.dm.attachment.storage.LocalStorage;
import com.mockhu.dm.attachment.storage.Storage;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** The feature, put together. */
public final class AttachmentFeature implements AutoCloseable {
  private final Uploads uploads;
  private final UploadEndpoint upload;
  private final FileEndpoints files;
  private final Avatars avatars;
  private final Cleaning cleaning;

  /** Makes the storage folder, and the secret for signed addresses, where they are not there. */
  public AttachmentFeature(
      Database database,
      AttachmentSettings settings,
      RateLimits limits,
      Clock clock,
      AccountFeature account,
      Conversations conversations) {
    Storage storage = new LocalStorage(settings.dataFolder());
    Links links =
        new Links(GeneratedSecret.in(settings.dataFolder().resolve("secrets"), "files"), clock);
    Quota quota = new Quota(settings);
    uploads = new Uploads(conversations, links, clock);
    Receiving receiving = new Receiving(database, storage, new Inspection(), quota, clock);
    Admission admission = new Admission(limits);
    upload = new UploadEndpoint(receiving, uploads, admission);
    avatars = new Avatars(receiving, admission, account.accounts(), clock);
    files =
        new FileEndpoints(database, storage, conversations, account.authenticator(), links, limits);
    cleaning = new Cleaning(database, storage, quota, clock);
    cleaning.start();
  }

  public Uploads uploads() {
    return uploads;
  }

  /** Where pictures of people go. */
  public AvatarPictures avatars() {
    return avatars;
  }

  public void addRoutes(Routes routes) {
    upload.addTo(routes);
    files.addTo(routes);
  }

  /**
   * A replaced picture goes, and a deleted account's files; to be told before its conversations are
   * removed.
   */
  public AccountListener accountFiles() {
    return new AccountListener() {
      @Override
      public void profileChanged(Transaction transaction, UUID userId) throws SQLException {
        avatars.settle(transaction, userId);
      }

      @Override
      public void deleting(Transaction transaction, UUID userId) throws SQLException {
        uploads.releaseAll(transaction, userId);
      }
    };
  }

  @Override
  public void close() {
    cleaning.close();
  }
}
