package com.mockhu.dm.file.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The target of a document's link: a URL, a path of some system, or a mixture. */
public final class LinkTarget {
  private static final String FILE = "file:";

  private LinkTarget() {}

  /**
   * A file on another computer that is opened like a local one: Windows then sends the reader's
   * name and password hash.
   */
  public static boolean isShare(String target) {
    String plain = plain(target);
    if (!plain.startsWith(FILE)) {
      return plain.startsWith("//");
    }
    String path = plain.substring(FILE.length());
    int slashes = 0;
    while (slashes < path.length() && path.charAt(slashes) == '/') {
      slashes++;
    }
    String rest = path.substring(slashes);
    boolean isHere = rest.startsWith("localhost/") || isDrive(rest);
    return slashes > 3 || slashes == 2 && !isHere;
  }

  /** Whether the target is on the reader's own disk, or beside the document. */
  public static boolean isLocal(String target) {
    String plain = plain(target);
    return !isShare(target) && (plain.startsWith(FILE) || isDrive(plain) || !hasScheme(plain));
  }

  /** {@code C:/}, or {@code C|/} as old browsers wrote it. */
  private static boolean isDrive(String path) {
    return path.length() > 1
        && Character.isLetter(path.charAt(0))
        && (path.charAt(1) == ':' || path.charAt(1) == '|');
  }

  private static boolean hasScheme(String plain) {
    int colon = plain.indexOf(':');
    int slash = plain.indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash);
  }

  /** With forward slashes, unescaped, and without the characters that programs ignore. */
  private static String plain(String target) {
    String plain = unescaped(unescaped(target)).replace('\\', '/');
    return Characters.without(
            plain, each -> Characters.isControlOrDirection(each) || Characters.isInvisible(each))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String target) {
    try {
      return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return target;
    }
  }
}
