package com.mockhu.dm.file.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage must do. */
abstract class StorageTest {
  private static final String KEY = "files/2026/11/one.txt";
  private static final String OTHER = "images/thumbnails/two.jpg";

  @TempDir Path folder;
  private TemporaryFolders temporary;

  abstract Storage storage();

  @BeforeEach
  void makeTemporary() {
    temporary = new TemporaryFolders(folder);
  }

  @AfterEach
  void closeTemporary() {
    temporary.close();
  }

  private Path draft(String content) throws IOException {
    return Files.writeString(temporary.make().resolve("draft"), content);
  }

  /** As it is served: from the disk where it lies there, and otherwise as a stream. */
  private Optional<String> content(String key, int length) throws IOException {
    Optional<Path> file = storage().onDisk(key);
    if (file.isPresent()) {
      assertEquals(read(key, 0, length), Files.readString(file.get()));
    }
    try {
      return Optional.of(read(key, 0, length));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private String read(String key, int offset, int length) throws IOException {
    try (InputStream in = storage().open(key, offset, length)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void what_is_kept_is_found_under_its_key_alone() throws IOException {
    storage().keep(KEY, draft("content"));
    assertEquals(Optional.of("content"), content(KEY, 7));
    assertEquals(Optional.empty(), content(OTHER, 7));
  }

  @Test
  void any_part_of_a_file_can_be_read() throws IOException {
    storage().keep(KEY, draft("0123456789"));
    assertEquals("0123456789", read(KEY, 0, 10));
    assertEquals("3456", read(KEY, 3, 4));
    assertEquals("9", read(KEY, 9, 1));
  }

  @Test
  void a_large_file_comes_back_as_it_was_and_may_be_left_in_the_middle() throws IOException {
    byte[] bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    Path draft = temporary.make().resolve("draft");
    storage().keep(KEY, Files.write(draft, bytes));
    try (InputStream in = storage().open(KEY, 0, bytes.length)) {
      assertEquals(bytes[0] & 0xFF, in.read());
    }
    try (InputStream in = storage().open(KEY, 0, bytes.length)) {
      assertTrue(java.util.Arrays.equals(bytes, in.readAllBytes()));
    }
  }

  @Test
  void what_is_kept_has_left_the_temporary_folder() throws IOException {
    Path draft = draft("content");
    storage().keep(KEY, draft);
    assertTrue(Files.notExists(draft));
  }

  @Test
  void keeping_again_replaces() throws IOException {
    storage().keep(KEY, draft("before"));
    storage().keep(KEY, draft("afterwards"));
    assertEquals(Optional.of("afterwards"), content(KEY, 10));
  }

  @Test
  void removing_twice_is_fine() throws IOException {
    storage().keep(KEY, draft("content"));
    storage().remove(KEY);
    storage().remove(KEY);
    assertEquals(Optional.empty(), content(KEY, 7));
  }

  @Test
  void what_cannot_be_kept_is_not_there() throws IOException {
    assertThrows(IOException.class, () -> storage().keep(KEY, Path.of("there", "is", "none")));
    assertEquals(Optional.empty(), content(KEY, 7));
  }

  @Test
  void all_that_is_kept_is_listed_with_size_and_age() throws IOException {
    Instant start = Instant.now();
    storage().keep(KEY, draft("content"));
    storage().keep(OTHER, draft("more content"));
    TreeSet<String> listed = new TreeSet<>();
    storage().list(some -> some.forEach(each -> listed.add(each.key() + " " + each.size())));
    assertEquals(List.of(KEY + " 7", OTHER + " 12"), List.copyOf(listed));
    Duration most = Duration.ofMinutes(5);
    storage()
        .list(
            some ->
                some.forEach(
                    each ->
                        assertTrue(
                            Duration.between(start, each.keptAt()).abs().compareTo(most) < 0)));
  }

  @Test
  void a_key_never_leads_elsewhere() {
    for (String key : new String[] {"../secret.txt", "/etc/passwd", "a/../b.txt", "a//b.txt", ""}) {
      assertThrows(IllegalArgumentException.class, () -> storage().onDisk(key));
      assertThrows(IllegalArgumentException.class, () -> storage().open(key, 0, 1));
      assertThrows(IllegalArgumentException.class, () -> storage().remove(key));
      assertThrows(IllegalArgumentException.class, () -> storage().keep(key, folder));
    }
  }
}
