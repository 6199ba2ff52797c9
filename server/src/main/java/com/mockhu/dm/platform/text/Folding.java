package com.mockhu.dm.platform.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes texts equal that people take for the same when they search: without case, accents, vowel
 * signs and joiners, with ligatures and letters of one language written as others type them.
 */
public final class Folding {
  /** Letters that Unicode does not take apart, each with what is typed for it. */
  private static final Map<Integer, String> LETTERS =
      table(
          """
          ı i  ȷ j  æ ae  œ oe  ß ss  ø o  đ d  ð d  þ th  ł l  ħ h  ŧ t  ŋ n  ĸ k
          ɓ b  ɖ d  ɗ d  ƙ k  ƴ y  ɛ e  ə e  ɔ o  ɣ g  ɨ i  ʉ u  ƀ b  ǥ g  ƶ z
          ς σ  ґ г  ђ д  ћ т  ї и  і и
          ٱ ا  ى ي  ی ي  ک ك  ة ه  ھ ه  ہ ه
          ך כ  ם מ  ן נ  ף פ  ץ צ
          """);

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int KATAKANA_FIRST = 0x30A1;
  private static final int KATAKANA_LAST = 0x30F6;
  private static final int KATAKANA_TO_HIRAGANA = 0x60;
  private static final int TATWEEL = 0x640;

  private Folding() {}

  private static Map<Integer, String> table(String text) {
    Map<Integer, String> letters = new HashMap<>();
    String[] words = text.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      letters.put(words[i].codePointAt(0), words[i + 1]);
    }
    return Map.copyOf(letters);
  }

  public static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !isLeftOut(c))
        .map(Character::toLowerCase)
        .forEach(c -> append(folded, c));
    return folded.toString();
  }

  /** Accents and vowel signs, joiners, and the stroke that only makes a word longer. */
  private static boolean isLeftOut(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> character == TATWEEL;
    };
  }

  private static void append(StringBuilder folded, int character) {
    String letter = LETTERS.get(character);
    if (letter != null) {
      folded.append(letter);
    } else if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
      folded.append(Character.digit(character, 10));
    } else if (character >= KATAKANA_FIRST && character <= KATAKANA_LAST) {
      folded.appendCodePoint(character - KATAKANA_TO_HIRAGANA);
    } else {
      folded.appendCodePoint(character);
    }
  }

  /**
   * Whether a word of its own may begin at this place of a folded text, although no space stands
   * before it: scripts such as Chinese and Thai write none.
   */
  public static boolean mayBegin(String folded, int index) {
    int character = folded.codePointAt(index);
    return index > 0
        && !isInsideSyllable(character)
        && (isWithoutSpaces(character) || isWithoutSpaces(folded.codePointBefore(index)));
  }

  private static boolean isWithoutSpaces(int character) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(character));
  }

  /** The vowel or the final consonant of a Korean syllable that was taken apart. */
  private static boolean isInsideSyllable(int character) {
    return character >= 0x1160 && character <= 0x11FF;
  }
}
