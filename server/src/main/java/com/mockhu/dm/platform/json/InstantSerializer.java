package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;

/** RFC 3339 in UTC with a {@code Z} (behaviour §1). */
final class InstantSerializer extends StdSerializer<Instant> {
  private static final long serialVersionUID = 1L;

  InstantSerializer() {
    super(Instant.class);
  }

  @Override
  public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(value.toString());
  }
}
