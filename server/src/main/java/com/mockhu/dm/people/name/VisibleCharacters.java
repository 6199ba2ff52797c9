package com.mockhu.dm.people.name;

/** Distinguishes visible characters from invisible ones. */
final class VisibleCharacters {
  private static final int BLANK_BRAILLE = 0x2800;

  private VisibleCharacters() {}

  /** Overrides, isolates and marks of direction, which can make one name look like another. */
  static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069;
  }

  /** Joiners and variation selectors: invisible, but part of real names. */
  static boolean isJoining(int c) {
    return c == 0x200C
        || c == 0x200D
        || c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0020 && c <= 0xE007F
        || c >= 0xE0100 && c <= 0xE01EF;
  }

  /** False for white space, controls, fillers and all other characters without a glyph. */
  static boolean isVisible(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && Character.getType(c) != Character.SURROGATE
        && !isFiller(c)
        && !isJoining(c);
  }

  /** Letters and marks that have no glyph (Default_Ignorable_Code_Point). */
  private static boolean isFiller(int c) {
    return c == BLANK_BRAILLE
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c >= 0x180B && c <= 0x180F
        || c >= 0xE0000 && c <= 0xE0FFF
        || c == 0x3164
        || c == 0xFFA0;
  }
}
