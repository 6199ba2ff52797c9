package com.mockhu.dm.attachment;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.attachment.storage.LocalStorage;
import com.mockhu.dm.attachment.storage.Storage;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** The feature, put together. */
public final class AttachmentFeature implements AutoCloseable {
  private final Uploads uploads;
  private final UploadEndpoint upload;
  private final FileEndpoints files;
  private final Cleaning cleaning;
  private final Storage storage;
  private final FileMeters meters = new FileMeters();

  /** Makes the storage folder, and the secret for signed addresses, where they are not there. */
  public AttachmentFeature(
      Database database,
      AttachmentSettings settings,
      RateLimits limits,
      Clock clock,
      AccountFeature account,
      Conversations conversations) {
    storage = new LocalStorage(settings.dataFolder());
    Links links =
        new Links(GeneratedSecret.in(settings.dataFolder().resolve("secrets"), "files"), clock);
    Quota quota = new Quota(settings);
    uploads = new Uploads(conversations, links, clock);
    Receiving receiving = new Receiving(database, storage, new Inspection(), quota, clock);
    upload = new UploadEndpoint(receiving, uploads, limits, meters);
    files =
        new FileEndpoints(database, storage, conversations, account.authenticator(), links, limits);
    cleaning = new Cleaning(database, storage, quota, clock, meters);
    cleaning.start();
  }

  public Uploads uploads() {
    return uploads;
  }

  public void addMeters(Meters all) {
    meters.addTo(all);
  }

  /** Without it messages still go; only files do not. */
  public Dependency dependency() {
    return new Dependency("storage", false, this::isWritable);
  }

  private boolean isWritable() throws IOException {
    Files.delete(storage.temporaryFolder());
    return true;
  }

  public void addRoutes(Routes routes) {
    upload.addTo(routes);
    files.addTo(routes);
  }

  /** A deleted account's files go; to be told before its conversations are removed. */
  public AccountListener accountFiles() {
    return new AccountListener() {
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
