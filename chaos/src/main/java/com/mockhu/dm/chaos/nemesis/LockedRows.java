package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction locks the rows of half the conversations and heads for 10 seconds. */
final class LockedRows implements Fault {
  private static final long HELD_MILLIS = 10_000;
  private static final String HALF =
      """
      SELECT 1 FROM conversations WHERE created_at > now() - interval '1 hour'
        AND get_byte(uuid_send(id), 15) < 128 FOR UPDATE
      """;
  private static final String HEADS =
      "SELECT 1 FROM account_heads WHERE get_byte(uuid_send(user_id), 15) < 128 FOR UPDATE";

  private final World world;

  private LockedRows(World world) {
    this.world = world;
  }

  static Nemesis nemesis() {
    return Nemesis.of("lock-rows", LockedRows::new);
  }

  @Override
  public void strike() throws SQLException {
    try (Connection connection = world.postgres().administrator();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(HALF);
      statement.execute(HEADS);
      Pause.millis(HELD_MILLIS);
      connection.rollback();
    }
  }

  @Override
  public void heal() {}
}
