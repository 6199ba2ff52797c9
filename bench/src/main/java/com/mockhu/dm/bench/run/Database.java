package com.mockhu.dm.bench.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The server's database, read to see whether it kept its word. */
public final class Database implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of("server_version", "fsync", "synchronous_commit", "full_page_writes");

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  public static Database connect(String address) {
    DatabaseAddress target = DatabaseAddress.parse(address);
    try {
      return new Database(DriverManager.getConnection(target.jdbcUrl(), target.properties()));
    } catch (SQLException e) {
      throw new IllegalArgumentException("The database can't be reached: " + e.getMessage(), e);
    }
  }

  /** Whether a commit means "on disk", and of which version. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String name : SETTINGS) {
      settings.put(name, texts("select current_setting(?)", name).getFirst());
    }
    return settings;
  }

  /** One entry per stored message of the conversation, by {@code seq}. */
  public List<StoredMessage> messages(UUID conversation) {
    String sql =
        "select client_message_id, seq from messages where conversation_id = ? order by seq";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, conversation);
      return read(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("Messages can't be read: " + e.getMessage(), e);
    }
  }

  /** The one number that the query gives. */
  public long number(String sql, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't answer: " + e.getMessage(), e);
    }
  }

  /** The texts of the query's first column. */
  public List<String> texts(String sql, Object... parameters) {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't answer: " + e.getMessage(), e);
    }
  }

  /** Changes what no request of a sensible length could make. */
  public void change(String sql, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't be filled: " + e.getMessage(), e);
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static List<StoredMessage> read(PreparedStatement statement) throws SQLException {
    List<StoredMessage> messages = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        messages.add(new StoredMessage(rows.getObject(1, UUID.class), rows.getLong(2)));
      }
    }
    return messages;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The database connection doesn't close", e);
    }
  }
}
