package com.mockhu.dm.attachment.check;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;

/** The sentences in which files are refused (behaviour §9). */
public final class FileRefusal {
  private FileRefusal() {}

  public static ApiException unsupported() {
    return ApiException.invalid("File type not supported. Allowed: JPEG, PNG, PDF, DOCX, etc.");
  }

  public static ApiException tooLarge() {
    return new ApiException(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "File exceeds maximum size limit (10MB for images, 25MB for documents)");
  }

  /** {@code reason}: one sentence on what was found. */
  public static ApiException because(String reason) {
    return ApiException.refused(ErrorCode.INVALID_REQUEST, reason);
  }

  static ApiException unreadable() {
    return because("The file is damaged or cannot be read.");
  }

  static ApiException encrypted() {
    return because("The file is encrypted, so it cannot be checked.");
  }

  static ApiException macros() {
    return because("The file contains macros.");
  }
}
