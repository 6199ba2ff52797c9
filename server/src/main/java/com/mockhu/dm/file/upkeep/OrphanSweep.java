package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.upload.FileSql;
import com.mockhu.dm.platform.database.Database;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Removes files without a row: folders of uploads that a crash cut off, and stored files whose rows
 * are gone or name the other storage.
 *
 * <p>A row is committed before its file is stored, and no key is used twice. So a stored file for
 * which no row is found afterwards will never have one.
 */
public final class OrphanSweep {
  /** Time for an operator to notice that a server uses the database of another. */
  public static final Duration SPARED = Duration.ofDays(1);

  private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

  private final Database database;
  private final List<TemporaryFolders> temporary;
  private final List<Place> places;
  private final Clock clock;
  private Instant nextSweep = Instant.MIN;

  /** A storage; {@code isCold} for the one that old files are moved to. */
  public record Place(Storage storage, boolean isCold) {}

  public OrphanSweep(
      Database database, List<TemporaryFolders> temporary, List<Place> places, Clock clock) {
    this.database = database;
    this.temporary = temporary;
    this.places = places;
    this.clock = clock;
  }

  /** Removes folders of uploads that a crash cut off. */
  public FileCount removeAbandoned() {
    long bytes = 0;
    try {
      for (TemporaryFolders each : temporary) {
        bytes += each.removeAbandoned();
      }
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
    return new FileCount(bytes == 0 ? 0 : 1, bytes);
  }

  /**
   * As {@link #sweep}, once a day: listing a whole store is slow, and rented ones charge for it.
   */
  public FileCount sweepDaily() {
    if (clock.instant().isBefore(nextSweep)) {
      return FileCount.NOTHING;
    }
    FileCount removed = sweep();
    nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
    return removed;
  }

  /** Removes stored files without a row. */
  FileCount sweep() {
    Sweep sweep = new Sweep(clock.instant().minus(SPARED));
    try {
      for (Place place : places) {
        place.storage.list(some -> sweep.through(place, some));
      }
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
    return sweep.removed;
  }

  private final class Sweep {
    private final Instant before;
    private FileCount removed = FileCount.NOTHING;

    Sweep(Instant before) {
      this.before = before;
    }

    void through(Place place, List<Storage.Kept> some) {
      List<Storage.Kept> old =
          some.stream()
              .filter(OrphanSweep::isOurs)
              .filter(k -> k.keptAt().isBefore(before))
              .toList();
      List<String> keys = old.stream().map(Storage.Kept::key).toList();
      Set<String> known =
          database.read(transaction -> FileSql.known(transaction, keys, place.isCold));
      old.stream().filter(kept -> !known.contains(kept.key())).forEach(k -> remove(place, k));
    }

    private void remove(Place place, Storage.Kept kept) {
      try {
        place.storage.remove(kept.key());
        removed = removed.plus(new FileCount(1, kept.size()));
      } catch (IOException e) {
        throw StorageFault.of(e);
      }
    }
  }

  /** The storage may hold other files, of the operator or of other parts. */
  private static boolean isOurs(Storage.Kept kept) {
    return kept.key().startsWith("images/") || kept.key().startsWith("files/");
  }
}
