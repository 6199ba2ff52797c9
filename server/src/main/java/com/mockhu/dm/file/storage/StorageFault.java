package com.mockhu.dm.file.storage;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates failures of a disk or of another storage into errors of the API. */
public final class StorageFault {
  private static final Logger LOG = LoggerFactory.getLogger(StorageFault.class);
  private static final long RETRY_SECONDS = 5;

  private StorageFault() {}

  /** Full and unavailable storage have an error of their own; all else is a fault of the server. */
  public static RuntimeException of(IOException fault) {
    return switch (fault) {
      case StorageFullException full -> full();
      case StorageUnavailableException away -> away(away);
      default -> isFullDisk(fault) ? full() : new UncheckedIOException(fault);
    };
  }

  /** As {@link #of}, for reading a file that may have been removed. */
  public static RuntimeException ofReading(IOException fault) {
    return fault instanceof NoSuchFileException
        ? ApiException.notFound("File not found")
        : of(fault);
  }

  public static ApiException full() {
    return new ApiException(
        ErrorCode.STORAGE_FULL, "Server storage limit reached. Please try again later.");
  }

  private static ApiException away(StorageUnavailableException fault) {
    LOG.warn("The file storage is unavailable: {}", fault.getMessage());
    return ApiException.retryLater(
        ErrorCode.UNAVAILABLE, "The file storage is unavailable; try again soon.", RETRY_SECONDS);
  }

  public static boolean isFullDisk(IOException fault) {
    String message = String.valueOf(fault.getMessage());
    return message.contains("No space left")
        || message.toLowerCase(Locale.ROOT).contains("quota exceeded");
  }
}
