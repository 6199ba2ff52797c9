package com.mockhu.dm.file.type;

/** What kinds have in common: how large one file of them may be. */
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
