package com.mockhu.dm.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** One column of many rows, sent as an array: one statement for a batch instead of one a row. */
public record Column(String type, Object[] values) {

  public static Column uuids(Collection<UUID> values) {
    return new Column("uuid", values.toArray(UUID[]::new));
  }

  public static <T> Column uuids(Collection<T> rows, Function<T, UUID> value) {
    return new Column("uuid", rows.stream().map(value).toArray(UUID[]::new));
  }

  public static <T> Column texts(Collection<T> rows, Function<T, String> value) {
    return new Column("text", rows.stream().map(value).toArray(String[]::new));
  }

  public static <T> Column longs(Collection<T> rows, Function<T, Long> value) {
    return new Column("int8", rows.stream().map(value).toArray(Long[]::new));
  }

  public static <T> Column ints(Collection<T> rows, Function<T, Integer> value) {
    return new Column("int4", rows.stream().map(value).toArray(Integer[]::new));
  }

  public static <T> Column instants(Collection<T> rows, Function<T, Instant> value) {
    return new Column(
        "timestamptz", rows.stream().map(value).map(Column::text).toArray(String[]::new));
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** As the driver takes it. */
  Object bound(Connection connection) throws SQLException {
    return values instanceof UUID[] uuids
        ? new UuidArray(uuids)
        : connection.createArrayOf(type, values);
  }
}
