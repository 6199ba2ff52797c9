package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.error.Faults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Statements of one transaction. Parameters are bound in order: UUID, String, numbers, booleans,
 * Instant, enums (by name in lower case), null, and arrays through {@link Column}.
 */
public final class Transaction {
  private final Connection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private Integer usual;

  /** When the snapshot was about to be taken; null while each statement sees its own moment. */
  private Long snapshotAt;

  /**
   * A statement that goes to the database with the next one; {@code rows} is null where ignored.
   */
  private record Waiting(String sql, Object[] parameters, Later<?> rows) {

    /** Takes the statement's own result, at which the driver stands. */
    void finish(PreparedStatement statement) throws SQLException {
      if (rows != null) {
        rows.take(statement.getResultSet());
      }
    }
  }

  /** Rows that come with the answer to the next statement. */
  public static final class Later<T> {
    private final RowReader<T> reader;
    private List<T> rows;

    private Later(RowReader<T> reader) {
      this.reader = reader;
    }

    private void take(ResultSet results) throws SQLException {
      rows = Transaction.rows(results, reader);
    }

    /**
     * @throws IllegalStateException before the transaction's next statement
     */
    public List<T> rows() {
      if (rows == null) {
        throw new IllegalStateException("No statement has been sent since");
      }
      return rows;
    }
  }

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row; {@code null} columns come as null. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = run(sql, parameters);
        ResultSet results = statement.getResultSet()) {
      return rows(results, reader);
    }
  }

  private static <T> List<T> rows(ResultSet results, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    Row row = new Row(results);
    while (results.next()) {
      rows.add(reader.read(row));
    }
    return rows;
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    List<T> rows = list(sql, reader, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
  }

  public boolean exists(String sql, Object... parameters) throws SQLException {
    return !list(sql, row -> true, parameters).isEmpty();
  }

  /** How many rows were changed. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = run(sql, parameters)) {
      return statement.getUpdateCount();
    }
  }

  /**
   * Sends the statement in one round trip with the next one, or with the commit, and ignores its
   * result. Each statement of a round trip still sees what was committed until its own turn.
   */
  public void later(String sql, Object... parameters) {
    waiting.add(new Waiting(sql, parameters, null));
  }

  /** As {@link #later}, for a query whose rows are read after the next statement. */
  public <T> Later<T> ask(String sql, RowReader<T> reader, Object... parameters) {
    Later<T> rows = new Later<>(reader);
    waiting.add(new Waiting(sql, parameters, rows));
    return rows;
  }

  /** Runs what still waits. */
  void flush() throws SQLException {
    if (!waiting.isEmpty()) {
      Waiting last = waiting.removeLast();
      try (PreparedStatement statement = run(last.sql, last.parameters)) {
        last.finish(statement);
      }
    }
  }

  /** To be called before the first statement. */
  void beginSnapshot() {
    snapshotAt = System.nanoTime();
  }

  long readingSince() {
    return snapshotAt == null ? System.nanoTime() : snapshotAt;
  }

  /**
   * Runs after the commit, in the order given; never when the transaction fails. After work that
   * only reads it runs when the connection was given back.
   */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /**
   * How long one statement may take; null for what the pool allows. The pool's own answer to an
   * unanswered statement is to give the connection up.
   */
  void allow(Duration longest) throws SQLException {
    boolean isAllowed = usual != null;
    if (longest == null && isAllowed) {
      connection.setNetworkTimeout(Runnable::run, usual);
    } else if (longest != null) {
      usual = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, (int) longest.toMillis());
    }
  }

  /** Failures after the commit are logged only: the work is committed. */
  void committed() {
    for (Runnable work : afterCommit) {
      try {
        work.run();
      } catch (RuntimeException e) {
        Faults.log("Work after a commit", e);
      }
    }
  }

  /** The statement, standing at its own result; those that waited are finished before. */
  private PreparedStatement run(String sql, Object... parameters) throws SQLException {
    List<Waiting> before = List.copyOf(waiting);
    PreparedStatement statement = prepared(withWaiting(sql, parameters));
    try {
      statement.execute();
      for (Waiting each : before) {
        each.finish(statement);
        statement.getMoreResults();
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private Waiting withWaiting(String sql, Object[] parameters) {
    if (waiting.isEmpty()) {
      return new Waiting(sql, parameters, null);
    }
    StringBuilder all = new StringBuilder();
    List<Object> values = new ArrayList<>();
    for (Waiting one : waiting) {
      all.append(one.sql).append(";\n");
      values.addAll(Arrays.asList(one.parameters));
    }
    waiting.clear();
    values.addAll(Arrays.asList(parameters));
    return new Waiting(all.append(sql).toString(), values.toArray(), null);
  }

  private PreparedStatement prepared(Waiting whole) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(whole.sql);
    try {
      for (int i = 0; i < whole.parameters.length; i++) {
        Parameters.bind(statement, i + 1, whole.parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
