package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.file.upload.Upload;
import java.util.Collection;

/** How many files a job moved or removed, and their bytes. */
public record FileCount(long files, long bytes) {
  public static final FileCount NOTHING = new FileCount(0, 0);

  static FileCount of(Collection<Upload> uploads) {
    return new FileCount(uploads.size(), uploads.stream().mapToLong(Upload::bytes).sum());
  }

  FileCount plus(FileCount more) {
    return new FileCount(files + more.files, bytes + more.bytes);
  }
}
