package com.mockhu.dm.file;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.file.check.DataCheck;
import com.mockhu.dm.file.check.archive.Unpacker;
import com.mockhu.dm.file.image.JpegMarkers;
import com.mockhu.dm.file.image.pixel.PixelLimits;
import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.intake.Avatars;
import com.mockhu.dm.file.intake.FileMeters;
import com.mockhu.dm.file.intake.InfectionRecords;
import com.mockhu.dm.file.intake.ReceiveUploads;
import com.mockhu.dm.file.intake.StoreFiles;
import com.mockhu.dm.file.intake.UploadConfig;
import com.mockhu.dm.file.intake.UploadEndpoint;
import com.mockhu.dm.file.intake.UploadForm;
import com.mockhu.dm.file.intake.UploadLimits;
import com.mockhu.dm.file.intake.VirusCheck;
import com.mockhu.dm.file.scan.VirusScanner;
import com.mockhu.dm.file.serve.FileAccess;
import com.mockhu.dm.file.serve.FileEndpoints;
import com.mockhu.dm.file.type.Category;
import com.mockhu.dm.file.upkeep.FileJobs;
import com.mockhu.dm.file.upkeep.OrphanSweep;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.SentFileSql;
import com.mockhu.dm.file.upload.SignedUrls;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.profile.AvatarPictures;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.config.ConfigPart;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.MeterSource;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Connects the parts of the feature. */
public final class FileFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          UploadLimits.UPLOADS_PER_MINUTE,
          FileAccess.DOWNLOADS_PER_MINUTE,
          new FixedLimit("uploads_at_once", UploadLimits.AT_ONCE),
          new FixedLimit("upload_size", UploadForm.LARGEST),
          new FixedLimit("image_size", Category.IMAGE.largest()),
          new FixedLimit("document_size", Category.DOCUMENT.largest()),
          new FixedLimit("archive_size", Category.ARCHIVE.largest()),
          new FixedLimit("data_size", Category.DATA.largest()),
          new FixedLimit("data_depth", DataCheck.DEEPEST),
          new FixedLimit("image_pixels", PixelLimits.MOST_PIXELS),
          new FixedLimit("animation_frames", PixelLimits.MOST_FRAMES),
          new FixedLimit("jpeg_scans", JpegMarkers.MOST_SCANS),
          new FixedLimit("color_profile", JpegMarkers.LARGEST_PROFILE),
          new FixedLimit("archive_entries", Unpacker.MOST_ENTRIES),
          new FixedLimit("archive_bytes", Unpacker.MOST_BYTES),
          new FixedLimit("archive_depth", Unpacker.DEEPEST),
          new FixedLimit("unsent_hours", Uploads.UNSENT.toHours()),
          new FixedLimit("leftover_hours", OrphanSweep.SPARED.toHours()),
          new FixedLimit("quarantine_days", InfectionRecords.KEPT.toDays()));

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
      Accounts accounts,
      Authenticator authenticator,
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
    avatars = new Avatars(receive, limits, accounts, clock);
    FileAccess access = new FileAccess(conversations, authenticator, urls, tools.limits);
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

  public Contribution contribution() {
    return new Contribution()
        .add(AccountListener.class, accountFiles())
        .add(ConfigPart.class, new ConfigPart("upload", UploadConfig.get()))
        .add(RouteSource.class, upload::addTo)
        .add(RouteSource.class, files::addTo)
        .addAll(Dependency.class, dependencies())
        .add(MeterSource.class, meters::addTo)
        .add(MeterSource.class, jobs::addMeters)
        .add(MeterSource.class, inspection::addMeters);
  }

  /** The server stays ready without them: only files need them. */
  private List<Dependency> dependencies() {
    List<Dependency> dependencies = new ArrayList<>();
    dependencies.add(new Dependency("storage", false, FRESH, stores::word));
    scanner.ifPresent(
        each ->
            dependencies.add(
                new Dependency(
                    "scanner",
                    false,
                    FRESH,
                    () -> each.answers() ? Dependency.OK : Dependency.DOWN)));
    return dependencies;
  }

  /** Removes a replaced picture, and a deleted account's files. */
  private AccountListener accountFiles() {
    return new AccountListener() {
      @Override
      public AccountStage stage() {
        return AccountStage.FILES;
      }

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
