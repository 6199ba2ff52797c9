package com.mockhu.dm.message.content;

import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;
import java.util.List;

/** The checked content of a message. It is returned exactly as it was typed (behaviour §4). */
public record Content(MessageType type, String text, List<Uploads.Reference> attachments) {
  public static final Reason CONTENT_EMPTY = new Reason("content_empty");
  public static final Reason CONTENT_TOO_LONG = new Reason("content_too_long");
  public static final Reason CONTENT_CHARACTERS = new Reason("content_characters");

  /** In Unicode code points. */
  public static final int LONGEST = 10_000;

  /**
   * @param text may be null for what has attachments
   * @throws ApiException {@code invalid_request}
   */
  public static Content of(String type, String text, List<Uploads.Reference> attachments) {
    MessageType known = MessageType.parse(type);
    switch (known) {
      case TEXT -> checkText(text, !attachments.isEmpty());
      case IMAGE, FILE -> checkCaption(text, attachments);
    }
    return new Content(known, text, attachments);
  }

  private static void checkText(String text, boolean hasAttachments) {
    if (hasAttachments) {
      throw ApiException.invalid("A text message has no attachments.");
    }
    if (text == null || text.codePoints().allMatch(Content::isBlank)) {
      throw ApiException.invalid(CONTENT_EMPTY, "content must not be empty.");
    }
    checkCharacters(text);
  }

  private static void checkCaption(String text, List<Uploads.Reference> attachments) {
    if (attachments.isEmpty()) {
      throw ApiException.invalid("attachments must name uploads of yours.");
    }
    if (text != null) {
      checkCharacters(text);
    }
  }

  private static void checkCharacters(String text) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw ApiException.invalid(CONTENT_TOO_LONG, "content must have at most 10,000 characters.");
    }
    if (text.codePoints().anyMatch(Content::isImpossible)) {
      throw ApiException.invalid(
          CONTENT_CHARACTERS, "content contains U+0000 or an unpaired surrogate.");
    }
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** What neither the database nor UTF-8 can hold. */
  private static boolean isImpossible(int character) {
    return character == 0 || character >= 0xD800 && character <= 0xDFFF;
  }
}
