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
    return new Column("uuid", each(rows, value, new UUID[rows.size()]));
  }

  public static <T> Column texts(Collection<T> rows, Function<T, String> value) {
    return new Column("text", each(rows, value, new String[rows.size()]));
  }

  public static <T> Column longs(Collection<T> rows, Function<T, Long> value) {
    return new Column("int8", each(rows, value, new Long[rows.size()]));
  }

  public static <T> Column ints(Collection<T> rows, Function<T, Integer> value) {
    return new Column("int4", each(rows, value, new Integer[rows.size()]));
  }

  public static <T> Column instants(Collection<T> rows, Function<T, Instant> value) {
    return new Column(
        "timestamptz", each(rows, value.andThen(Column::text), new String[rows.size()]));
  }

  // Every parameter of every batch comes by here: a stream each would be a tenth of a send.
  private static <T, V> V[] each(Collection<T> rows, Function<T, V> value, V[] values) {
    int place = 0;
    for (T row : rows) {
      values[place++] = value.apply(row);
    }
    return values;
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
