package com.mockhu.dm.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of the story.
 *
 * @param attached names of pictures and files that go with it
 */
record Line(Instant at, String from, String to, List<String> attached, String text) {

  /** Pictures are named without an ending, files with theirs. */
  boolean isOfPictures() {
    return !attached.isEmpty() && attached.stream().noneMatch(name -> name.contains("."));
  }

  Optional<String> caption() {
    return Optional.of(text).filter(words -> !words.isBlank());
  }
}
