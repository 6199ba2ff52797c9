package com.mockhu.dm.people.search;

import com.mockhu.dm.platform.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts names and queries into the words that people are found by. A query finds the beginning of a
 * word; where a script writes no spaces, each character begins one, so that any part is found.
 */
public final class SearchWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LIKE_USERNAME = Pattern.compile("@?[a-z0-9_.]+");

  /** Rows a person; whole words come first. */
  private static final int MOST = 40;

  private static final int LONGEST = 64;

  private SearchWords() {}

  /** The username whole and in parts, and the words of the name and their ends. */
  public static Set<String> of(String username, String fullName) {
    String name = Folding.folded(username);
    List<String> words =
        Stream.of(parts(name), parts(Folding.folded(fullName))).flatMap(List::stream).toList();
    return Stream.of(
            Stream.of(cut(name)),
            words.stream().map(SearchWords::cut),
            words.stream().flatMap(SearchWords::ends))
        .flatMap(each -> each)
        .distinct()
        .limit(MOST)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words that must all begin a word of the person. */
  public static List<String> ofQuery(String query) {
    String folded = Folding.folded(query.strip());
    if (LIKE_USERNAME.matcher(folded).matches()) {
      return List.of(cut(folded.startsWith("@") ? folded.substring(1) : folded));
    }
    return parts(folded).stream().map(SearchWords::cut).distinct().limit(MOST).toList();
  }

  private static List<String> parts(String text) {
    return Arrays.stream(BETWEEN.split(text)).filter(part -> !part.isEmpty()).toList();
  }

  private static Stream<String> ends(String word) {
    return IntStream.range(1, word.length())
        .filter(i -> !Character.isLowSurrogate(word.charAt(i)))
        .filter(i -> Folding.mayBegin(word, i))
        .mapToObj(i -> cut(word.substring(i)));
  }

  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
