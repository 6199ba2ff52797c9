package com.mockhu.dm.account;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts names and queries into the words that people are found by. */
final class SearchWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LIKE_USERNAME = Pattern.compile("@?[a-z0-9_.]+");
  private static final int MOST = 20;
  private static final int LONGEST = 64;

  private SearchWords() {}

  /** The username whole and in parts, and the words of the name. */
  static Set<String> of(String username, String fullName) {
    return Stream.concat(
            Stream.of(username),
            Stream.concat(parts(username).stream(), parts(folded(fullName)).stream()))
        .limit(MOST)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words that must all begin a word of the person. */
  static List<String> ofQuery(String query) {
    String folded = folded(query.strip());
    if (LIKE_USERNAME.matcher(folded).matches()) {
      return List.of(cut(folded.startsWith("@") ? folded.substring(1) : folded));
    }
    return parts(folded).stream().limit(MOST).toList();
  }

  private static List<String> parts(String text) {
    return Arrays.stream(BETWEEN.split(text))
        .filter(part -> !part.isEmpty())
        .map(SearchWords::cut)
        .distinct()
        .toList();
  }

  /** "José" and "jose" are one; compatibility forms too. */
  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
