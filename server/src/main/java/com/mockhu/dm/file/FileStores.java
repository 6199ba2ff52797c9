package com.mockhu.dm.file;

import com.mockhu.dm.file.storage.LocalStorage;
import com.mockhu.dm.file.storage.S3Settings;
import com.mockhu.dm.file.storage.S3Storage;
import com.mockhu.dm.file.storage.Storage;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.storage.TemporaryFolders;
import com.mockhu.dm.file.storage.TieredStorage;
import com.mockhu.dm.file.upkeep.OrphanSweep;
import com.mockhu.dm.platform.health.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The storages of the settings.
 *
 * @param temporary for uploads that are not checked yet
 * @param cold null, as is {@code coldTemporary}, when no files are moved
 */
record FileStores(
    TemporaryFolders temporary, Storage warm, Storage cold, TemporaryFolders coldTemporary)
    implements AutoCloseable {
  /** Bytes of a file that does not fit on a full disk. */
  private static final int PROBE = 4_096;

  private static final String COLD_PREFIX = "cold/";

  /**
   * @throws com.mockhu.dm.platform.StartupException when a storage does not exist or is refused
   */
  static FileStores open(FileSettings settings) {
    TemporaryFolders temporary = new TemporaryFolders(settings.dataFolder());
    StorageSettings.Cold cold = settings.storage().cold().orElse(null);
    return settings
        .storage()
        .s3()
        .map(s3 -> inStore(temporary, s3, cold))
        .orElseGet(() -> onDisk(temporary, settings.dataFolder(), cold));
  }

  private static FileStores onDisk(
      TemporaryFolders temporary, Path dataFolder, StorageSettings.Cold cold) {
    Storage warm = new LocalStorage(dataFolder);
    if (cold == null) {
      return new FileStores(temporary, warm, null, null);
    }
    // A rename works on one disk only, and cold storage is usually another disk.
    Path folder = Path.of(cold.folder());
    return new FileStores(temporary, warm, new LocalStorage(folder), new TemporaryFolders(folder));
  }

  private static FileStores inStore(
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

  private static FileStores inStore(
      TemporaryFolders temporary, S3Storage warm, S3Settings settings, StorageSettings.Cold cold) {
    if (cold == null) {
      return new FileStores(temporary, warm, null, null);
    }
    String bucket = cold.bucket() == null ? settings.bucket() : cold.bucket();
    S3Storage other = warm.elsewhere(bucket, settings.prefix() + COLD_PREFIX, cold.storageClass());
    other.check();
    return new FileStores(temporary, warm, other, temporary);
  }

  Storage all() {
    return cold == null ? warm : new TieredStorage(warm, cold);
  }

  List<TemporaryFolders> allTemporary() {
    return cold == null || coldTemporary == temporary
        ? List.of(temporary)
        : List.of(temporary, coldTemporary);
  }

  List<OrphanSweep.Place> toSweep() {
    List<OrphanSweep.Place> places = new ArrayList<>();
    places.add(new OrphanSweep.Place(warm, false));
    if (cold != null) {
      places.add(new OrphanSweep.Place(cold, true));
    }
    return places;
  }

  /** The health of the storage: a store must answer, and the temporary folder must take a file. */
  String word() throws IOException {
    Path probe = temporary.make();
    try {
      Files.write(probe.resolve("probe"), new byte[PROBE]);
    } catch (IOException e) {
      return StorageFault.isFullDisk(e) ? "full" : Dependency.DOWN;
    } finally {
      TemporaryFolders.delete(probe);
    }
    boolean isAvailable = !(warm instanceof S3Storage store) || store.isAvailable();
    return isAvailable ? Dependency.OK : Dependency.DOWN;
  }

  @Override
  public void close() {
    allTemporary().forEach(TemporaryFolders::close);
    if (warm instanceof S3Storage store) {
      store.close();
    }
  }
}
