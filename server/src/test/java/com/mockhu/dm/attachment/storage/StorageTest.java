package com.mockhu.dm.attachment.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every storage must do. */
abstract class StorageTest {
  private static final String KEY = "files/2026/11/one.txt";

  abstract Storage storage();

  private Path draft(String content) throws IOException {
    return Files.writeString(storage().temporaryFolder().resolve("draft"), content);
  }

  @Test
  void what_is_kept_is_found_under_its_key_alone() throws IOException {
    storage().keep(KEY, draft("content"));
    assertEquals("content", Files.readString(storage().find(KEY).orElseThrow()));
    assertEquals(Optional.empty(), storage().find("files/2026/11/two.txt"));
  }

  @Test
  void what_is_kept_has_left_the_temporary_folder() throws IOException {
    Path draft = draft("content");
    storage().keep(KEY, draft);
    assertTrue(Files.notExists(draft));
  }

  @Test
  void removing_twice_is_fine() throws IOException {
    storage().keep(KEY, draft("content"));
    storage().remove(KEY);
    storage().remove(KEY);
    assertEquals(Optional.empty(), storage().find(KEY));
  }

  @Test
  void what_cannot_be_kept_is_not_there() {
    assertThrows(IOException.class, () -> storage().keep(KEY, Path.of("there", "is", "none")));
    assertEquals(Optional.empty(), storage().find(KEY));
  }

  @Test
  void a_key_never_leads_elsewhere() {
    for (String key : new String[] {"../secret.txt", "/etc/passwd", "a/../b.txt", "a//b.txt", ""}) {
      assertThrows(IllegalArgumentException.class, () -> storage().find(key));
    }
  }
}
