package com.mockhu.dm.file.type;

/** Groups of kinds with the same size limit. */
public enum Category {
  IMAGE(10),
  DOCUMENT(25),
  ARCHIVE(50),
  DATA(10);

  private static final long MEGABYTE = 1 << 20;

  private final long megabytes;

  Category(long megabytes) {
    this.megabytes = megabytes;
  }

  /** In bytes. */
  public long largest() {
    return megabytes * MEGABYTE;
  }
}
