package com.mockhu.dm.support.database;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The statements of one connection, read from its messages Parse, Bind and Query (PostgreSQL's
 * manual, "Frontend/Backend Protocol").
 */
final class Statements {
  private final Map<String, String> prepared = new HashMap<>();
  private boolean hasMessage;

  /** Whether this is the commit of a transaction that has stored a message. */
  boolean seesCommitOfMessage(byte type, byte[] content) {
    String statement =
        switch ((char) type) {
          case 'P' -> parsed(content);
          case 'B' -> prepared.getOrDefault(text(content, end(content, 0) + 1), "");
          case 'Q' -> text(content, 0);
          default -> "";
        };
    String words = statement.strip().toUpperCase(Locale.ROOT);
    hasMessage |= words.startsWith("INSERT INTO MESSAGES");
    boolean isEnd = words.equals("COMMIT") || words.equals("ROLLBACK");
    boolean isFateful = hasMessage && words.equals("COMMIT");
    hasMessage = hasMessage && !isEnd;
    return isFateful;
  }

  /** It only runs with the Bind that follows. */
  private String parsed(byte[] content) {
    int name = end(content, 0);
    prepared.put(text(content, 0), text(content, name + 1));
    return "";
  }

  private static String text(byte[] content, int start) {
    return new String(content, start, end(content, start) - start, StandardCharsets.UTF_8);
  }

  private static int end(byte[] content, int start) {
    int end = start;
    while (content[end] != 0) {
      end++;
    }
    return end;
  }
}
