package com.mockhu.dm.platform.http.syntax;

/** A header whose value may be a string in quotes (RFC 9651 §3.3.3), as the newer ones are. */
public final class StructuredString {
  private static final char QUOTE = '"';

  private StructuredString() {}

  /** Without its quotes and the parameters behind them; as it is where it has none. */
  public static String unquoted(String value) {
    String bare = value.strip();
    int end = bare.indexOf(QUOTE, 1);
    boolean isQuoted = bare.startsWith("\"") && end > 0;
    boolean isWhole = isQuoted && (end == bare.length() - 1 || bare.charAt(end + 1) == ';');
    return isWhole ? bare.substring(1, end) : bare;
  }
}
