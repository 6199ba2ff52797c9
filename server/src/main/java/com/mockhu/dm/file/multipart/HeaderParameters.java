package com.mockhu.dm.file.multipart;

import com.mockhu.dm.platform.error.ApiException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first word of a header and its parameters (RFC 9110 §5.6.6), parsed in one pass from left to
 * right: a regular expression could backtrack on a hostile header.
 */
final class HeaderParameters {
  private final String text;
  private final Map<String, String> values = new HashMap<>();
  private int at;

  /**
   * @param text one character for each byte
   * @throws ApiException {@code invalid_request} for a quoted value without an end
   */
  HeaderParameters(String text) {
    this.text = text;
    this.at = end(';');
    while (at < text.length()) {
      at++;
      parameter();
    }
  }

  /** In lower case. */
  String value() {
    return text.substring(0, valueEnd()).strip().toLowerCase(Locale.ROOT);
  }

  private int valueEnd() {
    int end = text.indexOf(';');
    return end < 0 ? text.length() : end;
  }

  /** {@code name} in lower case; of two parameters of one name, the first. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private void parameter() {
    int end = end(';');
    int equals = text.indexOf('=', at, end);
    if (equals < 0) {
      at = end;
      return;
    }
    String name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
    at = equals + 1;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    boolean isQuoted = at < text.length() && text.charAt(at) == '"';
    values.putIfAbsent(name, isQuoted ? quoted() : text.substring(at, end(';')).strip());
    at = end(';');
  }

  /** A backslash escapes only quotes and itself: some clients send paths unescaped. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      boolean isEscape = text.charAt(at) == '\\' && at + 1 < text.length();
      if (isEscape && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\')) {
        at++;
      }
      value.append(text.charAt(at));
    }
    if (at == text.length()) {
      throw ApiException.invalid("A quoted value in a header of the form does not end.");
    }
    at++;
    return value.toString();
  }

  private int end(char mark) {
    int found = text.indexOf(mark, at);
    return found < 0 ? text.length() : found;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t';
  }
}
