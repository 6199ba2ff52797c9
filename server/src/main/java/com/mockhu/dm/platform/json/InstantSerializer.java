package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * RFC 3339 in UTC with a {@code Z} and six fraction digits, never fewer (behaviour §1): texts of
 * one length sort as the times do.
 */
final class InstantSerializer extends StdSerializer<Instant> {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

  InstantSerializer() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(MICROSECONDS.format(value));
  }
}
