package com.mockhu.dm.file;

import com.mockhu.dm.file.intake.InfectionRecords;
import com.mockhu.dm.file.upkeep.FileCount;
import com.mockhu.dm.file.upkeep.FileJob;
import com.mockhu.dm.file.upkeep.MoveToColdStorage;
import com.mockhu.dm.file.upkeep.OrphanSweep;
import com.mockhu.dm.file.upkeep.RemoveUnusedFiles;
import com.mockhu.dm.platform.database.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The background jobs on files, in the order in which they run. */
final class UpkeepJobs {
  private final Database database;
  private final FileFeature.Tools tools;
  private final FileStores stores;

  UpkeepJobs(Database database, FileFeature.Tools tools, FileStores stores) {
    this.database = database;
    this.tools = tools;
    this.stores = stores;
  }

  List<FileJob> all(
      RemoveUnusedFiles removal, InfectionRecords infections, Optional<Duration> coldAge) {
    OrphanSweep sweep =
        new OrphanSweep(database, stores.allTemporary(), stores.toSweep(), tools.clock());
    List<FileJob> jobs = new ArrayList<>();
    jobs.add(new FileJob("abandoned", "removed from uploads cut off", sweep::removeAbandoned));
    jobs.add(new FileJob("cleaning", "removed because nothing refers to them", removal::run));
    jobs.add(
        new FileJob(
            "sweep", "removed because they have no row", leased("sweep", sweep::sweepDaily)));
    jobs.add(
        new FileJob(
            "quarantine",
            "removed from the records of infections",
            leased("quarantine", infections::removeOld)));
    // Without an age no more files are moved, and moved ones stay readable.
    coldAge.filter(Duration::isPositive).map(this::move).ifPresent(jobs::add);
    return jobs;
  }

  private FileJob move(Duration age) {
    MoveToColdStorage move =
        new MoveToColdStorage(
            database, stores.warm(), stores.cold(), stores.coldTemporary(), age, tools.clock());
    return new FileJob("archiving", "moved to cold storage", move::run);
  }

  /**
   * On one server at a time. It needs no fencing token, since a second run changes nothing. The
   * other jobs claim rows one by one, or look at this server's own folders.
   */
  private Supplier<FileCount> leased(String job, Supplier<FileCount> work) {
    return () -> {
      AtomicReference<FileCount> done = new AtomicReference<>(FileCount.NOTHING);
      tools.leases().run("files " + job, lease -> done.set(work.get()));
      return done.get();
    };
  }
}
