package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads back what {@link InstantSerializer} wrote. */
final class InstantDeserializer extends StdDeserializer<Instant> {
  private static final long serialVersionUID = 1L;

  InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
    try {
      return Instant.parse(json.getText());
    } catch (DateTimeException e) {
      throw ApiException.invalid("A time must be in RFC 3339, in UTC.");
    }
  }
}
