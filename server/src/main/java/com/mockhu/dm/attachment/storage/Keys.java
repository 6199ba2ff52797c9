package com.mockhu.dm.attachment.storage;

import java.util.regex.Pattern;

/** What may be a key: nothing that leads elsewhere on a disk or in an address. */
final class Keys {
  private static final Pattern KEY =
      Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\\.[a-z0-9]+");

  private Keys() {}

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static String checked(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("No key: " + key);
    }
    return key;
  }
}
