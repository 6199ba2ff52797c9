package com.mockhu.dm.file.storage;

import java.io.IOException;

/** The storage has no room left. */
public final class StorageFullException extends IOException {
  private static final long serialVersionUID = 1L;

  public StorageFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
