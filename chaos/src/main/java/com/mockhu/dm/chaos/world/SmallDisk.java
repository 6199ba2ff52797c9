package com.mockhu.dm.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own on a folder, which can be filled. Needs root. */
public final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** An ext4 in a file: unlike tmpfs it has an fsync that means something. */
  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    Path image = folder.resolveSibling(folder.getFileName() + ".image");
    Shell.run("truncate", "-s", megabytes + "M", image.toString());
    // No blocks are kept back for root, who would not notice that it is full.
    Shell.run("mkfs.ext4", "-q", "-m", "0", image.toString());
    Shell.run("mount", "-o", "loop", image.toString(), folder.toString());
    return new SmallDisk(folder);
  }

  /** Takes all that is left. */
  public void fill() throws IOException {
    byte[] zeros = new byte[MEGABYTE];
    try (var ballast = Files.newOutputStream(ballast())) {
      for (int size = MEGABYTE; size > 0; ) {
        size = written(ballast, zeros, size) ? size : size / 2;
      }
    }
  }

  private static boolean written(java.io.OutputStream ballast, byte[] zeros, int size) {
    try {
      ballast.write(zeros, 0, size);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  public void free() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    Shell.run("umount", "-l", folder.toString());
  }
}
