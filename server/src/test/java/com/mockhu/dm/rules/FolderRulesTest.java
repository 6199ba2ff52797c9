package com.mockhu.dm.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A folder has at most 15 source files, so that its list of names can be read at a glance. Java and
 * JavaScript of all modules, tests too.
 */
class FolderRulesTest {
  private static final int MOST_FILES = 15;

  @Test
  void no_folder_has_more_than_fifteen_source_files() {
    Map<String, Integer> sizes = sizes();
    assertFalse(sizes.isEmpty());
    Set<String> tooLarge = new TreeSet<>();
    sizes.forEach(
        (folder, size) -> {
          if (size > MOST_FILES) {
            tooLarge.add(folder);
          }
        });
    assertEquals(Set.of(), tooLarge);
  }

  private static Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Path module : SourceTree.modules()) {
      try (Stream<Path> files = Files.walk(module.resolve("src"))) {
        files
            .filter(FolderRulesTest::isSource)
            .forEach(file -> sizes.merge(name(file.getParent()), 1, Integer::sum));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sizes;
  }

  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") || name.endsWith(".js");
  }

  private static String name(Path folder) {
    return SourceTree.PROJECT.relativize(folder).toString().replace('\\', '/');
  }
}
