package com.mockhu.dm.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a pattern looks at the characters of texts that are made to be costly. */
final class PatternCost {
  private static final int LENGTH = 8_000;
  private static final int MOST_LOOKS_PER_CHARACTER = 200;

  /** About what a virtual thread is left with in the middle of a request. */
  private static final int STACK_BYTES = 256 * 1024;

  private static final List<String> PUMPS =
      List.of(
          " ", "\t", "a", "A", "1", "-", "_", ".", ",", ";", "/", "=", ":", "\"", "\\", "\\\"", "<",
          "(", "[", "{", "@", "é", "a/", "a.", "a,", " ,", "a=", ";a=", "1-", "a b", "*", "+",
          "\n");

  private static final List<String> ENDS = List.of("", "!", "b", "\u0000");

  private PatternCost() {}

  /** Empty where the pattern is linear, by every text that is tried. */
  static Optional<String> fault(String pattern, boolean isSearching) {
    Pattern compiled = Pattern.compile(pattern);
    for (String beginning : beginnings(pattern)) {
      for (String pump : PUMPS) {
        for (String end : ENDS) {
          String text = beginning + pump.repeat(LENGTH / pump.length()) + end;
          Optional<String> fault = fault(compiled, text, isSearching);
          if (fault.isPresent()) {
            return Optional.of(fault.get() + " on " + beginning + pump + "..." + end);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The words that the pattern begins with lead into its middle. */
  private static List<String> beginnings(String pattern) {
    List<String> all = new ArrayList<>(List.of("", "a"));
    int end = 0;
    while (end < pattern.length() && "\\[({.*+?^|".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    if (end > 0) {
      all.add(pattern.substring(0, end));
    }
    return all;
  }

  private static Optional<String> fault(Pattern pattern, String text, boolean isSearching) {
    AtomicReference<String> fault = new AtomicReference<>();
    Thread small =
        new Thread(null, () -> fault.set(run(pattern, text, isSearching)), "small", STACK_BYTES);
    small.start();
    try {
      small.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return Optional.ofNullable(fault.get());
  }

  private static String run(Pattern pattern, String text, boolean isSearching) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text));
      if (isSearching) {
        while (matcher.find()) {
          // Counting goes on.
        }
      } else {
        matcher.matches();
      }
      return null;
    } catch (StackOverflowError e) {
      return "stack overflow";
    } catch (TooManyLooksException e) {
      return "more than linear";
    }
  }

  private static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > (long) MOST_LOOKS_PER_CHARACTER * text.length()) {
        throw new TooManyLooksException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
