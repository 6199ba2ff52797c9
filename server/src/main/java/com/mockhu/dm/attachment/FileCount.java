package com.mockhu.dm.attachment;

import java.util.Collection;

/** How much a job has moved or removed: files, and bytes. */
record FileCount(long files, long bytes) {
  static final FileCount NOTHING = new FileCount(0, 0);

  static FileCount of(Collection<Upload> uploads) {
    return new FileCount(uploads.size(), uploads.stream().mapToLong(Upload::bytes).sum());
  }

  FileCount plus(FileCount more) {
    return new FileCount(files + more.files, bytes + more.bytes);
  }
}
