package com.mockhu.dm.file.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngChunksTest {
  private static final int HEADER = 33;
  private static final byte[] CONTENT = Papers.text("content");

  @TempDir Path folder;

  /** A picture with the chunk behind its header. */
  private static byte[] with(String name) {
    byte[] png = Pixels.png(9, 9);
    return ByteBuffer.allocate(png.length + CONTENT.length + 12)
        .put(png, 0, HEADER)
        .putInt(CONTENT.length)
        .put(Papers.text(name))
        .put(CONTENT)
        .putInt(0)
        .put(png, HEADER, png.length - HEADER)
        .array();
  }

  private Optional<byte[]> found(byte[] png, int longest, String end) throws IOException {
    Path file = Files.write(folder.resolve("a.png"), png);
    return PngChunks.find(file, "iCCP", longest, Set.of(end));
  }

  @Test
  void a_chunk_is_found_by_its_name() throws IOException {
    assertArrayEquals(CONTENT, found(with("iCCP"), 7, "IEND").orElseThrow());
  }

  @Test
  void a_chunk_that_is_too_long_or_behind_the_end_is_left_out() throws IOException {
    assertEquals(Optional.empty(), found(with("iCCP"), 6, "IEND"));
    assertEquals(Optional.empty(), found(with("iCCP"), 7, "IHDR"));
    assertEquals(Optional.empty(), found(with("tEXt"), 7, "IEND"));
  }

  @Test
  void a_picture_that_is_cut_off_has_none() throws IOException {
    byte[] png = with("tEXt");
    assertEquals(Optional.empty(), found(Arrays.copyOf(png, HEADER + 10), 7, "IEND"));
  }
}
