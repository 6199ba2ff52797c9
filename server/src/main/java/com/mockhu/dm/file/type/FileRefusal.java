package com.mockhu.dm.file.type;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Errors of refused files; their {@code details} are {@code filename}, {@code reason_code} and
 * {@code reason}.
 */
public final class FileRefusal {
  private static final String REASON_CODE = "reason_code";

  private FileRefusal() {}

  public static ApiException because(FileReason reason) {
    return because(reason, reason.sentence());
  }

  /** {@code sentence}: the finding and what to do, if more is known than the reason says. */
  public static ApiException because(FileReason reason, String sentence) {
    return new ApiException(
        code(reason), sentence, Map.of(REASON_CODE, reason.code(), "reason", sentence));
  }

  private static ErrorCode code(FileReason reason) {
    return switch (reason) {
      case TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
      case INFECTED -> ErrorCode.FILE_INFECTED;
      case UNSUPPORTED_TYPE,
          DANGEROUS_EXTENSION,
          CONTENT_MISMATCH,
          NOT_AN_IMAGE,
          EMPTY,
          TOO_MANY_FILES,
          DAMAGED,
          ENCRYPTED,
          MACROS,
          ACTIVE_CONTENT,
          CARRIES_PROGRAM,
          REMOTE_CONTENT,
          TWO_KINDS,
          DOCUMENT_TYPE,
          ARCHIVE_ENTRIES,
          ARCHIVE_DEPTH,
          ARCHIVE_BYTES,
          ARCHIVE_RATIO,
          CANNOT_BE_CHECKED,
          TOO_COMPLEX,
          TOO_SLOW,
          TOO_MUCH_MEMORY,
          PICTURE_DAMAGED,
          TOO_MANY_PIXELS,
          ANIMATION_TOO_LARGE,
          WEBP_NOT_CONVERTIBLE ->
          ErrorCode.FILE_REFUSED;
    };
  }

  /**
   * Runs the check of one file and adds the file's name to a refusal: checks do not know it.
   *
   * @throws ApiException the refusal with {@code details.filename}; any other error unchanged
   */
  public static <T> T naming(String filename, Supplier<T> work) {
    try {
      return work.get();
    } catch (ApiException e) {
      throw named(filename, e);
    }
  }

  /** {@code fault} unchanged if it is not a refusal of a file, or has a name already. */
  public static ApiException named(String filename, ApiException fault) {
    if (!fault.details().containsKey(REASON_CODE) || fault.details().containsKey("filename")) {
      return fault;
    }
    Map<String, Object> details = new HashMap<>(fault.details());
    details.put("filename", FileName.harmless(filename));
    return new ApiException(fault.code(), fault.getMessage(), details);
  }

  public static ApiException unknownMethod() {
    return because(
        FileReason.CANNOT_BE_CHECKED,
        "The archive is packed by a method that cannot be checked. Pack it as an ordinary ZIP.");
  }

  public static ApiException largeDictionary() {
    return because(
        FileReason.TOO_MUCH_MEMORY,
        "The archive needs too much memory to be checked. Pack it as an ordinary ZIP.");
  }
}
