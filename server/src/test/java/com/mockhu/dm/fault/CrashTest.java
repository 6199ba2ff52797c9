package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.process.ServerProcess;
import com.mockhu.dm.support.raw.HalfUpload;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed in the middle of 200 senders and an upload, and started again. Two rounds by
 * default; {@code -Dcrash.rounds=20} makes more.
 */
class CrashTest {
  private static final int PAIRS = 100;
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
  private static final int BEFORE_THE_KILL = 1_000;

  @Test
  void what_was_acknowledged_survives_a_kill_once_in_order_and_counted(@TempDir Path data) {
    ServerProcess server = ServerProcess.start(data);
    try {
      List<Pair> pairs = Pair.meet(server.campus(), PAIRS);
      for (int round = 1; round <= ROUNDS; round++) {
        try (HalfUpload _ = uploadInTheMiddle(server.campus(), data)) {
          sendUntilKilled(server, pairs);
        }
        assertFalse(cutOff(data).isEmpty());
        server = ServerProcess.start(data);
        Campus again = server.campus();
        Patience.until("the cut-off upload is gone", () -> cutOff(data).isEmpty());
        Pair.checkAll(pairs, again);
      }
    } finally {
      server.stop();
    }
  }

  private static HalfUpload uploadInTheMiddle(Campus campus, Path data) {
    Form form = Form.files().file("notes.txt", new byte[1_000_000]);
    HalfUpload upload = HalfUpload.begin(campus, campus.welcomes("uploader"), form);
    Patience.until("the upload is on disk", () -> !cutOff(data).isEmpty());
    return upload;
  }

  private static List<Path> cutOff(Path data) {
    try (var uploads = Files.list(data.resolve("data").resolve("storage").resolve("temporary"))) {
      return uploads.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sendUntilKilled(ServerProcess server, List<Pair> pairs) {
    CountDownLatch busy = new CountDownLatch(BEFORE_THE_KILL);
    Campus campus = server.campus();
    Together.run(
        2 * PAIRS + 1,
        i -> {
          if (i == 2 * PAIRS) {
            Together.await(busy);
            server.kill();
          } else {
            pairs.get(i / 2).sendUntilDown(campus, i % 2 == 0, busy);
          }
          return i;
        });
  }
}
