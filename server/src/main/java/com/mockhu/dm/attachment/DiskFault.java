package com.mockhu.dm.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a write to our own disk means when it fails. */
final class DiskFault {
  private DiskFault() {}

  /** A full disk is something to tell; anything else is a fault of the server. */
  static RuntimeException of(IOException fault) {
    String message = String.valueOf(fault.getMessage());
    boolean isFull = message.contains("No space left") || message.contains("quota exceeded");
    return isFull ? Quota.full() : new UncheckedIOException(fault);
  }
}
