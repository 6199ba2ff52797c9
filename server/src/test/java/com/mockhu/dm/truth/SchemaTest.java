package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.mockhu.dm.support.database.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** docs/schema.md describes each table truly, and the tables can be sharded. */
@TestInstance(Lifecycle.PER_CLASS)
class SchemaTest {
  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND NOT c.relispartition AND c.relname NOT LIKE 'flyway%'
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT c.conname, c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname
        FROM pg_constraint c
        CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (own, theirs)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
        JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.theirs
       WHERE c.contype = 'f'
      """;

  private static final String NOT_READY = "Not ready:";

  private record Table(String name, String owner, String key, boolean isReady) {}

  private final Map<String, Table> documented = new HashMap<>();
  private Connection connection;

  @BeforeAll
  void open() throws SQLException {
    connection = TestCluster.dataSource(TestCluster.createDatabase()).getConnection();
    for (List<String> row : DocumentTable.in("schema.md").rows()) {
      boolean isReady = !row.get(3).contains(NOT_READY);
      documented.put(row.get(0), new Table(row.get(0), row.get(1), row.get(2), isReady));
    }
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  private List<List<String>> rows(String query, int columns) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(query)) {
      while (results.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(results.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void the_page_names_every_table() throws SQLException {
    TreeSet<String> tables = new TreeSet<>();
    rows(TABLES, 1).forEach(row -> tables.add(row.getFirst()));
    assertFalse(tables.isEmpty());
    assertEquals(tables, new TreeSet<>(documented.keySet()));
  }

  @Test
  void every_owner_is_a_package() {
    Path root = Path.of("src", "main", "java", "com", "mockhu", "dm");
    for (Table table : documented.values()) {
      Path folder = root.resolve(table.owner.replace('.', '/'));
      assertEquals(true, Files.isDirectory(folder), () -> table.name + ": " + table.owner);
    }
  }

  @Test
  void every_table_that_is_ready_can_be_spread_by_its_key() throws SQLException {
    List<String> refused = new ArrayList<>();
    for (Table table : documented.values()) {
      refusal(table).filter(_ -> table.isReady).ifPresent(refused::add);
    }
    assertEquals(List.of(), refused);
  }

  /**
   * Partitions refuse what shards refuse: a unique key without the column that rows are spread by.
   */
  private java.util.Optional<String> refusal(Table table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS spread");
      statement.execute(
          """
          CREATE TABLE spread.%1$s (LIKE public.%1$s INCLUDING DEFAULTS INCLUDING GENERATED
                                    INCLUDING CONSTRAINTS INCLUDING INDEXES)
           PARTITION BY HASH (%2$s)
          """
              .formatted(table.name, table.key));
      return java.util.Optional.empty();
    } catch (SQLException e) {
      return java.util.Optional.of(table.name + ": " + e.getMessage());
    }
  }

  @Test
  void no_foreign_key_of_a_table_that_is_ready_leads_to_another_key() throws SQLException {
    TreeSet<String> across = new TreeSet<>();
    TreeSet<String> within = new TreeSet<>();
    for (List<String> column : rows(FOREIGN_KEYS, 5)) {
      Table own = documented.get(column.get(1));
      Table theirs = documented.get(column.get(3));
      boolean isWithin = column.get(2).equals(own.key) && column.get(4).equals(theirs.key);
      if (own.isReady) {
        (isWithin ? within : across).add(column.get(0));
      }
    }
    across.removeAll(within);
    assertEquals(new TreeSet<>(), across);
  }
}
