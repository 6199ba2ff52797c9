package com.mockhu.dm.platform.http.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A header that is a list (RFC 9110 §5.6.1), on one line or on several.
 *
 * <p>Reads each character once: a pattern with two runs of spaces takes seconds for the 16 KB that
 * a header may have, before any token is checked.
 */
public final class HeaderList {
  private HeaderList() {}

  /** The elements without the space around them; empty ones are left out, as the RFC asks. */
  public static List<String> of(List<String> lines) {
    List<String> elements = new ArrayList<>();
    for (String line : lines) {
      int from = 0;
      for (int end = line.indexOf(','); end >= 0; end = line.indexOf(',', from)) {
        add(elements, line.substring(from, end));
        from = end + 1;
      }
      add(elements, line.substring(from));
    }
    return elements;
  }

  private static void add(List<String> elements, String element) {
    String bare = element.strip();
    if (!bare.isEmpty()) {
      elements.add(bare);
    }
  }
}
