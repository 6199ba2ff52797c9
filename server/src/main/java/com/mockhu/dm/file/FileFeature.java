package com.mockhu.dm.file;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.file.check.DataCheck;
import com.mockhu.dm.file.check.archive.Unpacking;
import com.mockhu.dm.file.image.JpegMarkers;
import com.mockhu.dm.file.image.pixel.PixelLimits;
import com.mockhu.dm.file.inspect.Inspection;
import com.mockhu.dm.file.intake.Admission;
import com.mockhu.dm.file.intake.Avatars;
import com.mockhu.dm.file.intake.FileMeters;
import com.mockhu.dm.file.intake.Incoming;
import com.mockhu.dm.file.intake.Quarantine;
import com.mockhu.dm.file.intake.Receiving;
import com.mockhu.dm.file.intake.Screening;
import com.mockhu.dm.file.intake.UploadConfig;
import com.mockhu.dm.file.intake.UploadEndpoint;
import com.mockhu.dm.file.scan.VirusScanner;
import com.mockhu.dm.file.serve.FileEndpoints;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.type.Category;
import com.mockhu.dm.file.upkeep.Archiving;
import com.mockhu.dm.file.upkeep.Cleaning;
import com.mockhu.dm.file.upkeep.FileCount;
import com.mockhu.dm.file.upkeep.FileJob;
import com.mockhu.dm.file.upkeep.Housekeeping;
import com.mockhu.dm.file.upkeep.Leftovers;
import com.mockhu.dm.file.upload.Links;
import com.mockhu.dm.file.upload.Quota;
import com.mockhu.dm.file.upload.UploadSql;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The feature, put together. */
public final class FileFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          Admission.UPLOADS_PER_MINUTE,
          FileEndpoints.DOWNLOADS_PER_MINUTE,
          new FixedLimit("uploads_at_once", Admission.AT_ONCE),
          new FixedLimit("upload_size", Incoming.LARGEST),
          new FixedLimit("image_size", Category.IMAGE.largest()),
          new FixedLimit("document_size", Category.DOCUMENT.largest()),
          new FixedLimit("archive_size", Category.ARCHIVE.largest()),
          new FixedLimit("data_size", Category.DATA.largest()),
          new FixedLimit("data_depth", DataCheck.DEEPEST),
          new FixedLimit("image_pixels", PixelLimits.MOST_PIXELS),
          new FixedLimit("animation_frames", PixelLimits.MOST_FRAMES),
          new FixedLimit("jpeg_scans", JpegMarkers.MOST_SCANS),
          new FixedLimit("color_profile", JpegMarkers.LARGEST_PROFILE),
          new FixedLimit("archive_entries", Unpacking.MOST_ENTRIES),
          new FixedLimit("archive_bytes", Unpacking.MOST_BYTES),
          new FixedLimit("archive_depth", Unpacking.DEEPEST),
          new FixedLimit("unsent_hours", Uploads.UNSENT.toHours()),
          new FixedLimit("leftover_hours", Leftovers.SPARED.toHours()),
          new FixedLimit("quarantine_days", Quarantine.KEPT.toDays()));

  /** Looking costs a disk, a store or a scanner something. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Places places;
  private final Optional<VirusScanner> scanner;
  private final Uploads uploads;
  private final UploadEndpoint upload;
  private final FileEndpoints files;
  private final Avatars avatars;
  private final Housekeeping housekeeping;
  private final Inspection inspection;
  private final FileMeters meters = new FileMeters();
  private final Leases leases;

  /**
   * Makes the storage folder, and the secret for signed addresses, where they are not there.
   *
   * @throws com.mockhu.dm.platform.StartupException when files cannot be kept as is set
   */
  public FileFeature(
      Database database,
      FileSettings settings,
      RateLimits limits,
      Clock clock,
      PeopleFeature people,
      Authenticator authenticator,
      Conversations conversations,
      Leases leases) {
    this.leases = leases;
    // What may fail comes before what would have to be closed again.
    refuseLost(database, settings.storage());
    Links links =
        new Links(GeneratedSecret.in(settings.dataFolder().resolve("secrets"), "files"), clock);
    places = Places.open(settings);
    inspection = new Inspection(settings.inspection());
    scanner = settings.scan().map(VirusScanner::new);
    Storage storage = places.all();
    Quota quota = new Quota(settings.userQuota(), settings.storeQuota());
    Quarantine quarantine = new Quarantine(database, clock);
    Cleaning cleaning = new Cleaning(database, storage, quota, clock);
    uploads = new Uploads(conversations, links, clock);
    Receiving receiving =
        new Receiving(
            database,
            places.temporary(),
            storage,
            new Screening(settings.scan(), quarantine),
            inspection,
            quota,
            cleaning,
            clock);
    Admission admission = new Admission(limits, meters);
    upload = new UploadEndpoint(receiving, uploads, admission, meters);
    avatars = new Avatars(receiving, admission, people.accounts(), clock);
    files =
        new FileEndpoints(database, storage, conversations, authenticator, links, limits, clock);
    housekeeping = new Housekeeping(jobs(database, settings, clock, cleaning, quarantine));
    housekeeping.start();
  }

  private List<FileJob> jobs(
      Database database,
      FileSettings settings,
      Clock clock,
      Cleaning cleaning,
      Quarantine quarantine) {
    Leftovers leftovers = new Leftovers(database, places.allTemporary(), places.toSweep(), clock);
    List<FileJob> jobs = new ArrayList<>();
    jobs.add(new FileJob("abandoned", "removed from uploads cut off", leftovers::removeAbandoned));
    jobs.add(new FileJob("cleaning", "removed because nobody needs them", cleaning::run));
    jobs.add(
        new FileJob(
            "sweep", "removed because no row has them", leased("sweep", leftovers::sweepDaily)));
    jobs.add(
        new FileJob(
            "quarantine",
            "forgotten from quarantine",
            leased("quarantine", quarantine::forgetOld)));
    settings.storage().cold().ifPresent(cold -> addArchiving(jobs, database, cold.age(), clock));
    return jobs;
  }

  /**
   * At one server at a time; needs no fence, since doing it twice does no harm. The other jobs
   * claim rows one by one, or look at this server's own folders.
   */
  private Supplier<FileCount> leased(String job, Supplier<FileCount> work) {
    return () -> {
      AtomicReference<FileCount> done = new AtomicReference<>(FileCount.NOTHING);
      leases.run("files " + job, lease -> done.set(work.get()));
      return done.get();
    };
  }

  /** Without an age nothing more is moved, and what was moved stays readable. */
  private void addArchiving(List<FileJob> jobs, Database database, Duration age, Clock clock) {
    if (age.isPositive()) {
      Archiving archiving =
          new Archiving(database, places.warm(), places.cold(), places.coldTemporary(), age, clock);
      jobs.add(new FileJob("archiving", "moved to the cold place", archiving::run));
    }
  }

  private static void refuseLost(Database database, StorageSettings settings) {
    if (settings.cold().isEmpty() && database.read(UploadSql::hasCold)) {
      throw new StartupException(
          "Old files were moved to a cold place, and the DM_STORAGE_COLD_ settings do not say any"
              + " more where that is. DM_STORAGE_COLD_DAYS=0 stops the moving.");
    }
  }

  public Uploads uploads() {
    return uploads;
  }

  /** Where pictures of people go. */
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
        .add(MeterSource.class, housekeeping::addMeters)
        .add(MeterSource.class, inspection::addMeters);
  }

  /** Messages still go without them; only files do not. */
  private List<Dependency> dependencies() {
    List<Dependency> dependencies = new ArrayList<>();
    dependencies.add(new Dependency("storage", false, FRESH, places::word));
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
    housekeeping.close();
    inspection.close();
    places.close();
  }
}
