package com.mockhu.dm.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Takes the comments out of scripts: they are for those who read the sources, and a third of what a
 * first visit would load. Only blocks that begin a line, where no text of a program begins, and no
 * licence.
 */
final class Comments {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?m)^[ \\t]*/\\*\\*(?!(?:(?!\\*/)[\\s\\S])*@license)(?:(?!\\*/)[\\s\\S])*+\\*/[ \\t]*\\n");

  private Comments() {}

  static byte[] removed(byte[] script) {
    String text = new String(script, StandardCharsets.UTF_8);
    return BLOCK.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }
}
