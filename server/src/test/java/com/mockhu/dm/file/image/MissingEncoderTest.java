package com.mockhu.dm.file.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.process.JavaProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that libwebp was not built for: what needs it is refused, all else goes on. */
class MissingEncoderTest {
  @TempDir Path folder;

  /** Prints what becomes of each file; a program of its own, since what is loaded stays loaded. */
  static final class Program {
    public static void main(String[] files) {
      for (String file : files) {
        System.out.println(outcome(Path.of(file)));
      }
    }

    private static String outcome(Path file) {
      try {
        StoredImage picture = PrepareImage.prepare(file, Kind.WEBP);
        return picture.width() + " by " + picture.height();
      } catch (ApiException e) {
        return e.code() + ": " + e.getMessage();
      }
    }
  }

  @Test
  void a_webp_that_fits_is_kept_and_another_is_refused_with_the_reason() throws Exception {
    String refused =
        "FILE_REFUSED: This server cannot turn WebP pictures or make them smaller;"
            + " send a JPEG or PNG.";
    assertEquals(
        List.of(refused, refused, refused, "400 by 400"),
        outcomes("large.webp", "animated-large.webp", "held-sideways.webp", "animated.webp"));
  }

  private List<String> outcomes(String... samples) throws IOException {
    List<String> command =
        JavaProgram.command(
            "-Dos.arch=s390x", "-Xmx256m", "-cp", JavaProgram.classPath(), Program.class.getName());
    for (String sample : samples) {
      command.add(Files.write(folder.resolve(sample), Samples.of(sample)).toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = process.getInputStream()) {
      // What it logs stands between the outcomes.
      return new String(out.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("FILE_REFUSED") || line.matches("\\d+ by \\d+"))
          .toList();
    }
  }
}
