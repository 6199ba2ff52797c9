package com.mockhu.dm.file.storage;

import java.io.IOException;

/** The storage does not answer, or does not let us in; later it may. */
public final class StorageAwayException extends IOException {
  private static final long serialVersionUID = 1L;

  StorageAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
