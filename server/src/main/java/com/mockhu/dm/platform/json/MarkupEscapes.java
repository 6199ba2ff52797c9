package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * Writes {@code < > &} and the two JavaScript line separators as escapes, so that an answer pasted
 * into a page can never become markup (behaviour §4).
 */
final class MarkupEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final SerializedString LINE_SEPARATOR = new SerializedString("\\u2028");
  private static final SerializedString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

  private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

  MarkupEscapes() {
    ascii['<'] = CharacterEscapes.ESCAPE_STANDARD;
    ascii['>'] = CharacterEscapes.ESCAPE_STANDARD;
    ascii['&'] = CharacterEscapes.ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return switch (character) {
      case 0x2028 -> LINE_SEPARATOR;
      case 0x2029 -> PARAGRAPH_SEPARATOR;
      default -> null;
    };
  }
}
