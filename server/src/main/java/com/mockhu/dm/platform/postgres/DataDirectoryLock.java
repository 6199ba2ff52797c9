package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one server at a time use a data folder. The kernel frees the lock when the holder dies. */
final class DataDirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DataDirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StartupException when another server, in this process or another, holds it
   */
  static DataDirectoryLock take(Path dataDirectory) throws IOException {
    FileChannel channel = open(dataDirectory.resolve("postgres.lock"));
    if (tryLock(channel) == null) {
      channel.close();
      throw new StartupException(
          "The data folder "
              + dataDirectory
              + " is in use by another server: stop that one, or give this one its own folder with"
              + " DM_DATA_DIR.");
    }
    return new DataDirectoryLock(channel);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
