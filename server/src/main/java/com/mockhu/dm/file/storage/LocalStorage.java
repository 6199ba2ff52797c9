package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores files in a folder of this machine. */
public final class LocalStorage implements Storage {
  private static final int AT_ONCE = 1_000;

  private final Path root;

  /** Creates {@code storage/messages} in the folder. */
  public LocalStorage(Path folder) {
    this.root = folder.resolve("storage").resolve("messages").toAbsolutePath();
    try {
      PrivateFiles.makeFolder(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file must be on the same disk, as those of {@link TemporaryFolders} of this folder are. */
  @Override
  public void keep(String key, Path file) throws IOException {
    Path target = path(key);
    PrivateFiles.makeFolder(target.getParent());
    PrivateFiles.makePrivate(file);
    PrivateFiles.syncFile(file);
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.syncFolder(target.getParent());
  }

  @Override
  public Optional<Path> onDisk(String key) {
    return Optional.of(path(key)).filter(Files::isRegularFile);
  }

  @Override
  public InputStream open(String key, long offset, long length) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(path(key)).position(offset);
    return new FirstBytes(Channels.newInputStream(channel), length);
  }

  @Override
  public void remove(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  @Override
  public void list(Consumer<List<Kept>> some) throws IOException {
    Visitor visitor = new Visitor(some);
    Files.walkFileTree(root, visitor);
    visitor.pass();
  }

  private Path path(String key) {
    return root.resolve(StorageKeys.checked(key));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Consumer<List<Kept>> some;
    private final List<Kept> gathered = new ArrayList<>();

    Visitor(Consumer<List<Kept>> some) {
      this.some = some;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
      String key = root.relativize(file).toString();
      if (StorageKeys.isKey(key)) {
        gathered.add(new Kept(key, found.size(), found.lastModifiedTime().toInstant()));
      }
      if (gathered.size() == AT_ONCE) {
        pass();
      }
      return FileVisitResult.CONTINUE;
    }

    /** The file may have been removed since its folder was read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      return FileVisitResult.CONTINUE;
    }

    void pass() {
      some.accept(List.copyOf(gathered));
      gathered.clear();
    }
  }
}
