package com.mockhu.dm.bench.abuse;

import java.util.function.Supplier;

/** Makes something when it is first needed, and keeps it. */
final class Once implements Supplier<byte[]> {
  private final Supplier<byte[]> source;
  private byte[] made;

  Once(Supplier<byte[]> source) {
    this.source = source;
  }

  @Override
  public synchronized byte[] get() {
    made = made == null ? source.get() : made;
    return made;
  }
}
