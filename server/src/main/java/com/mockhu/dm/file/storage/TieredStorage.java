package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A warm storage, and a cold one that old files are moved to. A file is removed from the warm
 * storage only when the cold one has it, so that asking the warm one first always finds it.
 */
public final class TieredStorage implements Storage {
  private final Storage warm;
  private final Storage cold;

  public TieredStorage(Storage warm, Storage cold) {
    this.warm = warm;
    this.cold = cold;
  }

  @Override
  public void keep(String key, Path file) throws IOException {
    warm.keep(key, file);
  }

  @Override
  public Optional<Path> onDisk(String key) {
    return warm.onDisk(key).or(() -> cold.onDisk(key));
  }

  @Override
  public InputStream open(String key, long offset, long length) throws IOException {
    try {
      return warm.open(key, offset, length);
    } catch (NoSuchFileException e) {
      return cold.open(key, offset, length);
    }
  }

  @Override
  public void remove(String key) throws IOException {
    warm.remove(key);
    cold.remove(key);
  }

  @Override
  public void list(Consumer<List<Kept>> some) throws IOException {
    warm.list(some);
    cold.list(some);
  }
}
