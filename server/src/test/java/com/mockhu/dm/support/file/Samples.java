package com.mockhu.dm.support.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that other programs made; see {@code samples/README.md}. */
public final class Samples {
  private Samples() {}

  public static byte[] of(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
