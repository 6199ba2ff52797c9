package com.mockhu.dm.rules;

import com.mockhu.dm.rules.SourceTree.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JavaScript of the web client. */
final class ScriptFolder {
  private static final Path WEB = Path.of("..", "web", "src", "main");

  private ScriptFolder() {}

  /** Each file with its length. */
  static List<Measured> webClient() {
    try (Stream<Path> found = Files.walk(WEB)) {
      return found
          .filter(file -> file.toString().endsWith(".js"))
          .sorted()
          .map(file -> new Measured(WEB.relativize(file).toString(), lines(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
