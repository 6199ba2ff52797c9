package com.mockhu.dm.attachment;

import java.util.Collection;

/** How much a job has moved or removed: files, and bytes. */
public record Tally(long files, long bytes) {
  static final Tally NOTHING = new Tally(0, 0);

  static Tally of(Collection<Upload> uploads) {
    return new Tally(uploads.size(), uploads.stream().mapToLong(Upload::bytes).sum());
  }

  Tally plus(Tally more) {
    return new Tally(files + more.files, bytes + more.bytes);
  }
}
