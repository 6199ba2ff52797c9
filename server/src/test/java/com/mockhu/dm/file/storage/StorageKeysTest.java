package com.mockhu.dm.file.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"a.b", "images/2026/01/0-9_aZ.jpg", "a/b/c.7z"})
  void folders_and_a_name_with_an_ending_are_a_key(String key) {
    assertTrue(StorageKeys.isKey(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a",
        "a.",
        ".b",
        "/a.b",
        "a//b.c",
        "a/.b",
        "../a.b",
        "a.b.c",
        "a.B",
        "a b.c",
        "a\u0000.b",
        "é.b",
        "a.b/",
        "a\n.b"
      })
  void nothing_else_is_one(String text) {
    assertFalse(StorageKeys.isKey(text));
  }

  @Test
  void a_path_of_very_many_folders_is_read_without_recursion() {
    assertTrue(StorageKeys.isKey("a/".repeat(1_000_000) + "a.b"));
  }
}
