package com.mockhu.dm.message.content;

import com.mockhu.dm.platform.error.ApiException;
import java.util.Locale;

/** What a message is made of. */
public enum MessageType {
  TEXT,
  IMAGE,
  FILE;

  /** Throws {@code invalid_request}. */
  public static MessageType parse(String word) {
    return switch (word) {
      case "text" -> TEXT;
      case "image" -> IMAGE;
      case "file" -> FILE;
      case null -> throw ApiException.invalid("message_type is missing.");
      default -> throw ApiException.invalid("message_type must be text, image or file.");
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
