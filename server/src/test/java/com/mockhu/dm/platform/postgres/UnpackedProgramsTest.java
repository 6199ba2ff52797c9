package com.mockhu.dm.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedProgramsTest {
  @TempDir Path binaries;
  private Path version;
  private Path program;
  private Path lock;

  @BeforeEach
  void begin_to_unpack() throws IOException {
    version = binaries.resolve("PG-0123");
    program = version.resolve("bin").resolve("postgres");
    lock = version.resolve("epg-lock");
    Files.createDirectories(program.getParent());
    Files.createFile(program);
    Files.createFile(lock);
  }

  @Test
  void what_a_killed_process_left_is_deleted() throws IOException {
    UnpackedPrograms.discardPartial(binaries);
    assertFalse(Files.exists(version.resolve("bin")));
    assertTrue(Files.exists(lock));
  }

  @Test
  void complete_programs_stay() throws IOException {
    Files.createFile(version.resolve(".exists"));
    UnpackedPrograms.discardPartial(binaries);
    assertTrue(Files.exists(program));
  }

  @Test
  void programs_that_are_being_unpacked_stay() throws IOException {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertTrue(held.isValid());
      UnpackedPrograms.discardPartial(binaries);
    }
    assertTrue(Files.exists(program));
  }

  @Test
  void a_folder_that_is_not_there_yet_is_left_alone() throws IOException {
    Path missing = binaries.resolve("missing");
    UnpackedPrograms.discardPartial(missing);
    assertEquals(false, Files.exists(missing));
  }
}
