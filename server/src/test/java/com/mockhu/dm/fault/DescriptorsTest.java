package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.process.ServerProcess;
import com.mockhu.dm.support.raw.OpenLine;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More connections than the process may have open files. */
class DescriptorsTest {
  private static final int FILES = 700;

  @TempDir private Path data;

  @Test
  void idle_connections_beyond_all_files_keep_nobody_out() throws IOException {
    ServerProcess server = ServerProcess.withFiles(data, FILES);
    List<OpenLine> idle = new ArrayList<>();
    try {
      for (int i = 0; i < FILES + 100; i++) {
        idle.add(OpenLine.to(server.campus()));
      }
      Patience.until("somebody who asks is answered", () -> isServed(server.campus()));
      String log = Files.readString(data.resolve("out.log"));
      assertTrue(log.contains("Up to 300 connections; the process may open 700 files"), log);
    } finally {
      idle.forEach(OpenLine::close);
      server.stop();
    }
  }

  private static boolean isServed(Campus campus) {
    try {
      return campus.http().get("/health", null).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
