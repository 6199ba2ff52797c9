package com.mockhu.dm.support.person;

import com.mockhu.dm.support.database.TestCluster;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A test on a server with default settings that other classes of the run use too. Starting one
 * costs more than most tests. It fits tests that know the server by their own people alone: not
 * those that count rows or metrics, slow the server down or change what all people share.
 */
public abstract class SharedServerTest extends CampusTest {
  @Override
  @BeforeAll
  void open() {
    campus = Shared.CAMPUS;
  }

  /** The server ends with the process. */
  @Override
  @AfterAll
  void close() {
    campus = null;
  }

  /** Starts with its first use. */
  private static final class Shared {
    static final Campus CAMPUS = start();

    private static Campus start() {
      Campus campus = Campus.start(Map.of());
      TestCluster.beforeEnd(campus::close);
      return campus;
    }
  }
}
