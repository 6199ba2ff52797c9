package com.mockhu.dm.file.storage;

import java.io.IOException;

/** The storage does not answer, or refuses access for now. */
public final class StorageUnavailableException extends IOException {
  private static final long serialVersionUID = 1L;

  StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
