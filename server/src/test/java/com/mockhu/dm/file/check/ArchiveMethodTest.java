package com.mockhu.dm.file.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives by every method that common programs use: looked into, or refused with the reason. */
class ArchiveMethodTest {
  private static final int ZSTANDARD = 93;

  /** Of {@code notes.txt}. */
  private static final int SIZE = 1_975;

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("archive"), content);
  }

  private static Kind kind(String name) {
    return name.endsWith(".7z") ? Kind.SEVEN_ZIP : Kind.ZIP;
  }

  private String refusal(byte[] content, Kind kind) throws IOException {
    Path file = file(content);
    return assertThrows(ApiException.class, () -> FileCheck.check(file, kind)).getMessage();
  }

  /** A ZIP of one entry, whose content is compressed already. */
  private static byte[] zip(int method, byte[] packed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("notes.txt");
      entry.setMethod(method);
      entry.setSize(SIZE);
      entry.setCompressedSize(packed.length);
      entry.setCrc(0);
      zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lzma.zip", "xz.zip", "solid.7z"})
  void methods_that_can_be_undone_are_looked_into(String name) throws IOException {
    Path file = file(Samples.of(name));
    assertDoesNotThrow(() -> FileCheck.check(file, kind(name)));
  }

  @Test
  void a_zip_by_zstandard_is_looked_into() throws IOException {
    Path file = file(zip(ZSTANDARD, Samples.of("notes.txt.zst")));
    assertDoesNotThrow(() -> FileCheck.check(file, Kind.ZIP));
  }

  @Test
  void a_zstandard_bomb_inside_of_a_zip_is_found() throws IOException {
    byte[] bomb = com.github.luben.zstd.Zstd.compress(new byte[5 << 20]);
    assertEquals(
        FileReason.ARCHIVE_RATIO.sentence(), refusal(Papers.zip("zeros.zst", bomb), Kind.ZIP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppmd.zip", "ppmd.7z", "arm64.7z", "bcj2.7z"})
  void a_method_that_cannot_be_undone_is_not_called_damage(String name) throws IOException {
    assertEquals(
        "The archive is packed by a method that cannot be checked. Pack it as an ordinary ZIP.",
        refusal(Samples.of(name), kind(name)));
  }

  @Test
  void a_dictionary_that_is_too_large_is_not_called_damage() throws IOException {
    byte[] zip = Samples.of("lzma.zip");
    int dictionary = 30 + "notes.txt".length() + 5;
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(dictionary, 1 << 30);
    assertEquals(
        "The archive needs too much memory to be checked. Pack it as an ordinary ZIP.",
        refusal(zip, Kind.ZIP));
  }

  /** Each asked for by itself would unpack all before it, 9,000 times. */
  @Test
  void nine_thousand_files_in_one_block_are_unpacked_once() throws IOException {
    Path file = file(Samples.of("solid.7z"));
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    FileCheck.check(file, Kind.SEVEN_ZIP);
    long used = threads.getCurrentThreadCpuTime() - before;
    assertTrue(used < Duration.ofSeconds(5).toNanos(), () -> used + " ns");
  }
}
