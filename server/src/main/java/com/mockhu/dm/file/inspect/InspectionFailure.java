package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Locale;

/** Why a check did not finish. */
enum InspectionFailure {
  TIME(FileReason.TOO_SLOW),
  MEMORY(FileReason.TOO_MUCH_MEMORY),
  /** The process ended by itself, as when a decoder crashes or the system is out of memory. */
  CRASH(FileReason.CANNOT_BE_CHECKED);

  private final FileReason reason;

  InspectionFailure(FileReason reason) {
    this.reason = reason;
  }

  ApiException refusal() {
    return FileRefusal.because(reason);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
