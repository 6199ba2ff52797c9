package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.process.ServerProcess;
import com.mockhu.dm.support.time.Together;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process gets SIGTERM while people write to each other. */
class StopUnderLoadTest {
  private static final int PAIRS = 40;
  private static final int BEFORE_THE_STOP = 500;
  private static final int LONGEST_SECONDS = 30;

  @Test
  void nothing_acknowledged_is_lost_and_the_process_ends_in_time(@TempDir Path data) {
    ServerProcess server = ServerProcess.start(data);
    try {
      List<Pair> pairs = Pair.meet(server.campus(), PAIRS);
      ServerProcess first = server;
      CountDownLatch busy = new CountDownLatch(BEFORE_THE_STOP);
      Together.run(
          2 * PAIRS + 1,
          i -> {
            if (i == 2 * PAIRS) {
              assertTrue(first.stopsWithin(LONGEST_SECONDS, busy), "the process did not end");
            } else {
              pairs.get(i / 2).sendUntilDown(first.campus(), i % 2 == 0, busy);
            }
            return i;
          });
      server = ServerProcess.start(data);
      Campus again = server.campus();
      Pair.checkAll(pairs, again);
    } finally {
      server.stop();
    }
  }
}
