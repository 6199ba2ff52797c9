package com.mockhu.dm.file;

import com.mockhu.dm.file.storage.LocalStorage;
import com.mockhu.dm.file.storage.S3Settings;
import com.mockhu.dm.file.storage.S3Storage;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.storage.TieredStorage;
import com.mockhu.dm.file.upkeep.Leftovers;
import com.mockhu.dm.platform.health.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where files are, as the settings want it.
 *
 * @param temporary for uploads
 * @param cold null, as is its temporary place, when nothing is moved
 */
record Places(
    TemporaryFolders temporary, Storage warm, Storage cold, TemporaryFolders coldTemporary)
    implements AutoCloseable {
  /** Bytes of a file that a full disk has no room for. */
  private static final int PROBE = 4_096;

  private static final String COLD_PREFIX = "cold/";

  /**
   * @throws com.mockhu.dm.platform.StartupException when there is no such place
   */
  static Places open(FileSettings settings) {
    TemporaryFolders temporary = new TemporaryFolders(settings.dataFolder());
    StorageSettings.Cold cold = settings.storage().cold().orElse(null);
    return settings
        .storage()
        .s3()
        .map(s3 -> inStore(temporary, s3, cold))
        .orElseGet(() -> onDisk(temporary, settings.dataFolder(), cold));
  }

  private static Places onDisk(
      TemporaryFolders temporary, Path dataFolder, StorageSettings.Cold cold) {
    Storage warm = new LocalStorage(dataFolder);
    if (cold == null) {
      return new Places(temporary, warm, null, null);
    }
    // Renaming needs both names on one disk, and the cold one is mostly another.
    Path folder = Path.of(cold.folder());
    return new Places(temporary, warm, new LocalStorage(folder), new TemporaryFolders(folder));
  }

  private static Places inStore(
      TemporaryFolders temporary, S3Settings settings, StorageSettings.Cold cold) {
    S3Storage warm = S3Storage.open(settings);
    try {
      warm.check();
      return inStore(temporary, warm, settings, cold);
    } catch (Throwable e) {
      warm.close();
      temporary.close();
      throw e;
    }
  }

  private static Places inStore(
      TemporaryFolders temporary, S3Storage warm, S3Settings settings, StorageSettings.Cold cold) {
    if (cold == null) {
      return new Places(temporary, warm, null, null);
    }
    String bucket = cold.bucket() == null ? settings.bucket() : cold.bucket();
    S3Storage other = warm.elsewhere(bucket, settings.prefix() + COLD_PREFIX, cold.storageClass());
    other.check();
    return new Places(temporary, warm, other, temporary);
  }

  Storage all() {
    return cold == null ? warm : new TieredStorage(warm, cold);
  }

  List<TemporaryFolders> allTemporary() {
    return cold == null || coldTemporary == temporary
        ? List.of(temporary)
        : List.of(temporary, coldTemporary);
  }

  List<Leftovers.Place> toSweep() {
    List<Leftovers.Place> places = new ArrayList<>();
    places.add(new Leftovers.Place(warm, false));
    if (cold != null) {
      places.add(new Leftovers.Place(cold, true));
    }
    return places;
  }

  /** How they are: a store must answer, and the place for uploads take a file. */
  String word() throws IOException {
    Path probe = temporary.make();
    try {
      Files.write(probe.resolve("probe"), new byte[PROBE]);
    } catch (IOException e) {
      return StorageFault.isFullDisk(e) ? "full" : Dependency.DOWN;
    } finally {
      TemporaryFolders.delete(probe);
    }
    boolean isThere = !(warm instanceof S3Storage store) || store.isThere();
    return isThere ? Dependency.OK : Dependency.DOWN;
  }

  @Override
  public void close() {
    allTemporary().forEach(TemporaryFolders::close);
    if (warm instanceof S3Storage store) {
      store.close();
    }
  }
}
