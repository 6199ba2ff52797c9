package com.mockhu.dm.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to be uploaded. */
public record LocalFile(String name, byte[] content) {
  public static LocalFile of(Path path) throws IOException {
    return new LocalFile(path.getFileName().toString(), Files.readAllBytes(path));
  }
}
