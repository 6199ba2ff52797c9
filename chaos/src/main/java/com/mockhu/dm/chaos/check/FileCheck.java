package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import java.util.stream.Stream;

/** A file of an existing message is returned unchanged. */
final class FileCheck {
  private FileCheck() {}

  static Stream<Anomaly> run(Evidence evidence) {
    return evidence
        .allStored()
        .filter(message -> !message.isDeleted())
        .flatMap(message -> message.files().stream())
        .distinct()
        .filter(id -> !isSame(evidence, id))
        .map(id -> new Anomaly(Kind.LOST, "file " + id + ": " + evidence.downloads().get(id)));
  }

  private static boolean isSame(Evidence evidence, String id) {
    String uploaded = evidence.files().get(id);
    return uploaded != null && uploaded.equals(evidence.downloads().get(id));
  }
}
