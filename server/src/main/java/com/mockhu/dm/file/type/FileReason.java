package com.mockhu.dm.file.type;

import java.util.Locale;

/** Why a file is refused: a code for programs and a sentence for people (docs/errors.md). */
public enum FileReason {
  UNSUPPORTED_TYPE(FileReason.ALLOWED),
  DANGEROUS_EXTENSION(FileReason.ALLOWED),
  CONTENT_MISMATCH(
      FileReason.ALLOWED
          + " The content is not what the extension says; correct the extension or save it again."),
  NOT_AN_IMAGE(FileReason.ALLOWED + " type=image takes images only; send it with type=file."),
  EMPTY("The file is empty. Choose one with content."),
  TOO_LARGE("File exceeds maximum size limit (10MB for images, 25MB for documents)"),
  TOO_MANY_FILES("Maximum 5 files per message"),
  INFECTED("File rejected: Security scan failed"),
  DAMAGED("The file is damaged or cannot be read. Save it again and retry."),
  ENCRYPTED("The file is encrypted, so it cannot be checked. Send it without a password."),
  MACROS("The file contains macros. Save it without macros."),
  ACTIVE_CONTENT(
      "The file contains scripts, or actions that start programs, send data or open files of"
          + " another computer. Save it without them, or print it to a new PDF."),
  CARRIES_PROGRAM("The file carries a program. Remove the program from it."),
  REMOTE_CONTENT(
      "The file loads a template or an object from another computer. Embed it or remove the link."),
  TWO_KINDS("The file is two kinds of file at once. Save it again as one kind."),
  DOCUMENT_TYPE("XML with a document type or entities is not accepted. Save it without them."),
  ARCHIVE_ENTRIES("The archive has more than 10,000 entries. Send it in parts."),
  ARCHIVE_DEPTH("The archive is nested more than 3 deep. Unpack the inner archives first."),
  ARCHIVE_BYTES("The archive unpacks to more than 1 GB. Send it in parts."),
  ARCHIVE_RATIO("The archive unpacks to more than 100 times its size. Send its content otherwise."),
  CANNOT_BE_CHECKED("The file cannot be checked. Save it in another way, for example as a ZIP."),
  TOO_COMPLEX("The file has too many parts or is nested too deep. Simplify or divide it."),
  TOO_SLOW("The file takes too long to check. Simplify or divide it."),
  TOO_MUCH_MEMORY("The file takes too much memory to check. Simplify or divide it."),
  PICTURE_DAMAGED("The picture is damaged or cannot be read. Save it again and retry."),
  TOO_MANY_PIXELS("The picture has more than 50 megapixels. Make it smaller."),
  ANIMATION_TOO_LARGE(
      "The animation has too many frames of this size. Make it shorter or smaller."),
  WEBP_NOT_CONVERTIBLE(
      "This server cannot turn WebP pictures or make them smaller; send a JPEG or PNG.");

  private static final String ALLOWED =
      "File type not supported. Allowed: JPEG, PNG, PDF, DOCX, etc.";

  private final String code = name().toLowerCase(Locale.ROOT);
  private final String sentence;

  FileReason(String sentence) {
    this.sentence = sentence;
  }

  /** The value of {@code details.reason_code}. */
  public String code() {
    return code;
  }

  /** The text of {@code details.reason} and {@code message}; may change, unlike the code. */
  public String sentence() {
    return sentence;
  }
}
