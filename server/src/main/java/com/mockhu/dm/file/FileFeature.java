package com.mockhu.dm.file;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.account.AvatarPictures;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.intake.Avatars;
import com.mockhu.dm.file.intake.FileMeters;
import com.mockhu.dm.file.intake.InfectionRecords;
import com.mockhu.dm.file.intake.ReceiveUploads;
import com.mockhu.dm.file.intake.StoreFiles;
import com.mockhu.dm.file.intake.UploadEndpoint;
import com.mockhu.dm.file.intake.UploadLimits;
import com.mockhu.dm.file.intake.VirusCheck;
import com.mockhu.dm.file.scan.VirusScanner;
import com.mockhu.dm.file.serve.FileAccess;
import com.mockhu.dm.file.serve.FileEndpoints;
import com.mockhu.dm.file.upkeep.FileJobs;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.SentFileSql;
import com.mockhu.dm.file.upload.SignedUrls;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Connects the parts of the feature. */
public final class FileFeature implements AutoCloseable {
  /** How long a health check is reused; each asks a disk, a remote store or a scanner. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final FileStores stores;
  private final Optional<VirusScanner> scanner;
  private final Uploads uploads;
  private final UploadEndpoint upload;
  private final FileEndpoints files;
  private final Avatars avatars;
  private final FileJobs jobs;
  private final Inspection inspection;
  private final FileMeters meters = new FileMeters();

  /** What the feature takes from the server around it. */
  public record Tools(RateLimits limits, Clock clock, Leases leases) {}

  /**
   * Creates the storage folder and the secret for signed URLs where they do not exist.
   *
   * @throws com.mockhu.dm.platform.StartupException when the storage of the settings cannot be used
   */
  public FileFeature(
      Database database,
      FileSettings settings,
      Tools tools,
      AccountFeature account,
      Conversations conversations) {
    Clock clock = tools.clock;
    // Steps that may fail come before those that start threads or open connections.
    refuseMissingColdStorage(database, settings.storage());
    SignedUrls urls =
        new SignedUrls(
            GeneratedSecret.in(settings.dataFolder().resolve("secrets"), "files"), clock);
    stores = FileStores.open(settings);
    inspection = new Inspection(settings.inspection());
    scanner = settings.scan().map(VirusScanner::new);
    uploads = new Uploads(conversations, urls, clock);
    Quota quota = new Quota(settings.userQuota(), settings.storeQuota());
    RemoveUnusedFiles removal = new RemoveUnusedFiles(database, stores.all(), quota, clock);
    InfectionRecords infections = new InfectionRecords(database, clock);
    ReceiveUploads receive =
        new ReceiveUploads(
            stores.temporary(),
            new VirusCheck(settings.scan(), infections),
            inspection,
            new StoreFiles(database, stores.all(), quota, removal, clock),
            clock);
    UploadLimits limits = new UploadLimits(tools.limits, meters);
    upload = new UploadEndpoint(receive, uploads, limits, meters);
    avatars = new Avatars(receive, limits, account.accounts(), clock);
    FileAccess access = new FileAccess(conversations, account.authenticator(), urls, tools.limits);
    files = new FileEndpoints(database, stores.all(), access, clock);
    Optional<Duration> coldAge = settings.storage().cold().map(StorageSettings.Cold::age);
    jobs = new FileJobs(new UpkeepJobs(database, tools, stores).all(removal, infections, coldAge));
    jobs.start();
  }

  private static void refuseMissingColdStorage(Database database, StorageSettings settings) {
    if (settings.cold().isEmpty() && database.read(SentFileSql::hasCold)) {
      throw new StartupException(
          "Old files are in cold storage, but no DM_STORAGE_COLD_ setting names it. Set it again;"
              + " DM_STORAGE_COLD_DAYS=0 stops moving more files there.");
    }
  }

  public Uploads uploads() {
    return uploads;
  }

  /** Receives the pictures of people. */
  public AvatarPictures avatars() {
    return avatars;
  }

  public void addMeters(Meters all) {
    meters.addTo(all);
    jobs.addMeters(all);
    inspection.addMeters(all);
  }

  /** The server stays ready without them: only files need them. */
  public void addDependencies(Dependencies dependencies) {
    dependencies.add(new Dependency("storage", false, FRESH, stores::word));
    scanner.ifPresent(
        each ->
            dependencies.add(
                new Dependency(
                    "scanner",
                    false,
                    FRESH,
                    () -> each.answers() ? Dependency.OK : Dependency.DOWN)));
  }

  public void addRoutes(Routes routes) {
    upload.addTo(routes);
    files.addTo(routes);
  }

  /**
   * Releases replaced pictures, and the files of deleted accounts. To be called while the account's
   * conversations still exist.
   */
  public AccountListener accountFiles() {
    return new AccountListener() {
      @Override
      public void profilesChanged(Transaction transaction, Collection<UUID> userIds)
          throws SQLException {
        avatars.settle(transaction, userIds);
      }

      @Override
      public void deleting(Transaction transaction, UUID userId) throws SQLException {
        uploads.releaseAll(transaction, userId);
      }
    };
  }

  @Override
  public void close() {
    jobs.close();
    inspection.close();
    stores.close();
  }
}
