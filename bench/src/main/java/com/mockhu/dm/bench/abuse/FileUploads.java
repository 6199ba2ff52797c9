package com.mockhu.dm.bench.abuse;

import java.util.function.Function;
import java.util.function.Supplier;

/** Uploads of one file, which is made before they begin: that takes seconds. */
final class FileUploads implements Attack {
  private final String name;
  private final Supplier<byte[]> content;
  private final Function<byte[], Attack> uploads;
  private byte[] made;

  FileUploads(String name, Supplier<byte[]> content, Function<byte[], Attack> uploads) {
    this.name = name;
    this.content = content;
    this.uploads = uploads;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare() {
    made = content.get();
  }

  @Override
  public void run(Target target) throws InterruptedException {
    uploads.apply(made).run(target);
  }
}
