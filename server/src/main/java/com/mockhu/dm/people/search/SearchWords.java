package com.mockhu.dm.people.search;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Splits names and queries into search words. A query matches the beginning of a word. In scripts
 * without spaces each character begins a word, so that a query matches any part of a name.
 */
public final class SearchWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LIKE_USERNAME = Pattern.compile("@?[a-z0-9_.]+");

  /** The most rows of a person; whole words come first. */
  private static final int MOST = 40;

  private static final int LONGEST = 64;
  private static final int LONGEST_QUERY = 300;
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private SearchWords() {}

  /** The username and its parts, the words of the full name, and the ends of words. */
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

  /**
   * As {@link #ofQuery}, for a query that a person typed.
   *
   * @throws ApiException {@code invalid_request} for null and for a query without a letter or digit
   */
  public static List<String> checked(String query) {
    boolean isGood = query != null && query.length() <= LONGEST_QUERY && query.indexOf(0) < 0;
    List<String> words = isGood ? ofQuery(query) : List.of();
    if (words.isEmpty()) {
      throw ApiException.invalid(
          "query must contain a letter or digit, and have 300 characters at most.");
    }
    return words;
  }

  /** The text after all texts that begin with the word, for ranges of an index. */
  public static String end(String word) {
    return word + LAST;
  }

  /** A person is found when each of these words begins one of theirs. */
  static List<String> ofQuery(String query) {
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
