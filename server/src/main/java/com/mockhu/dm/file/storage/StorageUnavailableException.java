package com.mockhu.dm.file.storage;

import java.io.IOException;

/** The storage does not answer, or does not let us in; later it may. */
public final class StorageUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
