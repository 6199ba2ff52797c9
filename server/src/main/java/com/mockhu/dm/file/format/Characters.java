package com.mockhu.dm.file.format;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Properties of characters that matter for names, and cutting text between characters. */
public final class Characters {
  private Characters() {}

  /**
   * Controls, line separators, unpaired surrogates, and characters that change the direction (UAX
   * #9, with the deprecated U+206A to U+206F). Joiners are none of these: emoji families and
   * Persian need them.
   */
  public static boolean isControlOrDirection(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          character == 0x061C
              || isIn(character, 0x200E, 0x200F)
              || isIn(character, 0x202A, 0x202E)
              || isIn(character, 0x2066, 0x206F);
    };
  }

  /** Invisible, so it could hide in a word (Default_Ignorable_Code_Point). */
  public static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || character == 0x034F
        || isIn(character, 0x115F, 0x1160)
        || isIn(character, 0x17B4, 0x17B5)
        || isIn(character, 0x180B, 0x180F)
        || character == 0x2065
        || character == 0x3164
        || isIn(character, 0xFE00, 0xFE0F)
        || character == 0xFFA0
        || isIn(character, 0xE0000, 0xE0FFF);
  }

  private static boolean isIn(int character, int first, int last) {
    return character >= first && character <= last;
  }

  public static String without(String text, IntPredicate unwanted) {
    return text.codePoints()
        .filter(unwanted.negate())
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * The longest beginning of at most so many bytes of UTF-8 that cuts no visible character in two;
   * a single one that is longer is cut between its code points.
   */
  public static String beginning(String text, int bytes) {
    BreakIterator ends = BreakIterator.getCharacterInstance(Locale.ROOT);
    ends.setText(text);
    int end = 0;
    int used = 0;
    for (int next = ends.next(); next != BreakIterator.DONE; next = ends.next()) {
      used += length(text.substring(end, next));
      if (used > bytes) {
        return end == 0 ? points(text, bytes) : text.substring(0, end);
      }
      end = next;
    }
    return text;
  }

  private static String points(String text, int bytes) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += length(Character.toString(point));
      if (used > bytes) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
