package com.mockhu.dm.bench.scenario.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
  @Test
  void samples_are_what_they_are_called_and_go_with_the_run() throws IOException {
    Path photo;
    try (SampleFiles samples = new SampleFiles()) {
      photo = samples.photo(40, 30);
      assertEquals(40, ImageIO.read(photo.toFile()).getWidth());
      long size = Files.size(samples.archive(2));
      assertTrue(size > 1 << 20 && size <= 2 << 20, () -> "bytes: " + size);
    }
    assertFalse(Files.exists(photo));
  }
}
