package com.mockhu.dm.attachment.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files in a folder of this machine. */
public final class LocalStorage implements Storage {
  private static final Pattern KEY =
      Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\\.[a-z0-9]+");
  private static final String TEMPORARY = "temporary";

  private final Path root;
  private final Path temporary;

  /** Makes {@code storage/messages} in the data folder. */
  public LocalStorage(Path dataFolder) {
    this.root = dataFolder.resolve("storage").resolve("messages").toAbsolutePath();
    this.temporary = dataFolder.resolve("storage").resolve(TEMPORARY).toAbsolutePath();
    try {
      Files.createDirectories(root, ownerOnly());
      Files.createDirectories(temporary, ownerOnly());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  public Path temporaryFolder() throws IOException {
    return Files.createTempDirectory(temporary, "upload", ownerOnly());
  }

  @Override
  public void keep(String key, Path file) throws IOException {
    Path target = path(key);
    Files.createDirectories(target.getParent(), ownerOnly());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    sync(file, StandardOpenOption.WRITE);
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    // The name is in the folder, and the folder is a file of its own.
    sync(target.getParent(), StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<Path> find(String key) {
    return Optional.of(path(key)).filter(Files::isRegularFile);
  }

  @Override
  public void remove(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  private Path path(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("No key: " + key);
    }
    return root.resolve(key);
  }
}
