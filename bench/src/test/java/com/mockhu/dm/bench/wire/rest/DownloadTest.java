package com.mockhu.dm.bench.wire.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.bench.stub.StubServer;
import com.mockhu.dm.bench.wire.WireException;
import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void one_connection_reads_again_and_again() {
    try (StubServer server = StubServer.start();
        Download download = new Download(server.address().resolve("/health?signature=x"))) {
      long length = "{\"success\":true,\"data\":{}}".length();
      assertEquals(length, download.once());
      assertEquals(length, download.once());
    }
  }

  @Test
  void a_refusal_ends_the_run() {
    try (StubServer server = StubServer.start();
        Download download = new Download(server.address().resolve("/nothing"))) {
      assertThrows(WireException.class, download::once);
    }
  }
}
