package com.mockhu.dm.platform.database;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** One column of many rows, sent as an array: one statement for a batch instead of one a row. */
public record Column(String type, Object[] values) {

  public static Column uuids(Collection<UUID> values) {
    return new Column("uuid", values.toArray());
  }

  public static <T> Column uuids(Collection<T> rows, Function<T, UUID> value) {
    return of("uuid", rows, value);
  }

  public static <T> Column texts(Collection<T> rows, Function<T, String> value) {
    return of("text", rows, value);
  }

  public static <T> Column longs(Collection<T> rows, Function<T, Long> value) {
    return of("int8", rows, value);
  }

  public static <T> Column ints(Collection<T> rows, Function<T, Integer> value) {
    return of("int4", rows, value);
  }

  public static <T> Column booleans(Collection<T> rows, Function<T, Boolean> value) {
    return of("bool", rows, value);
  }

  public static <T> Column instants(Collection<T> rows, Function<T, Instant> value) {
    return of("timestamptz", rows, row -> text(value.apply(row)));
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static <T> Column of(String type, Collection<T> rows, Function<T, ?> value) {
    return new Column(type, rows.stream().map(value).toArray());
  }
}
