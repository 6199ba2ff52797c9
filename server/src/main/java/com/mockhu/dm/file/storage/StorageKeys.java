package com.mockhu.dm.file.storage;

/**
 * The rules for keys, which keep them within the storage's folder: folders of letters, digits,
 * {@code _} and {@code -}, then a name with one ending of small letters and digits.
 *
 * <p>Not a regular expression: one that repeats a group recurses for each folder, so that a long
 * path from a client would overflow the stack.
 */
final class StorageKeys {
  private StorageKeys() {}

  static boolean isKey(String text) {
    int dot = text.indexOf('.');
    return dot > 0 && isPath(text.substring(0, dot)) && isEnding(text.substring(dot + 1));
  }

  /** No folder is empty, neither at the ends nor between two slashes. */
  private static boolean isPath(String text) {
    char before = '/';
    for (char each : text.toCharArray()) {
      boolean isWord = isLetterOrDigit(each) || each == '_' || each == '-';
      if (!isWord && (each != '/' || before == '/')) {
        return false;
      }
      before = each;
    }
    return before != '/';
  }

  private static boolean isEnding(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> isSmall(each) || isDigit(each));
  }

  private static boolean isLetterOrDigit(int each) {
    return isSmall(each) || each >= 'A' && each <= 'Z' || isDigit(each);
  }

  private static boolean isSmall(int each) {
    return each >= 'a' && each <= 'z';
  }

  private static boolean isDigit(int each) {
    return each >= '0' && each <= '9';
  }

  static String checked(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("Invalid key: " + key);
    }
    return key;
  }
}
