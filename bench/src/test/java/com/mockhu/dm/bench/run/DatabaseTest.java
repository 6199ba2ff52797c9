package com.mockhu.dm.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final UUID TALK = UUID.randomUUID();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  @Test
  void a_conversation_is_read_in_order_and_alone() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      store(postgres);
      String address = "postgresql://postgres:any@127.0.0.1:" + postgres.getPort() + "/postgres";
      try (Database database = Database.connect(address)) {
        assertEquals(
            List.of(new StoredMessage(FIRST, 1), new StoredMessage(SECOND, 2)),
            database.messages(TALK));
        assertEquals("off", database.settings().get("fsync"), "the test's own setting is seen");
      }
    }
  }

  private static void store(EmbeddedPostgres postgres) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table messages (conversation_id uuid, client_message_id uuid, seq bigint)");
      statement.execute(
          "insert into messages values ('%s','%s',2), ('%s','%s',1), (gen_random_uuid(),null,1)"
              .formatted(TALK, SECOND, TALK, FIRST));
    }
  }
}
