package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/**
 * A value that may be left out, but not be null: for a client that writes null a field left out
 * would mean something else.
 */
final class NotNull<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient JsonDeserializer<T> plain;

  NotNull(Class<T> type, JsonDeserializer<T> plain) {
    super(type);
    this.plain = plain;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return plain.deserialize(parser, context);
  }

  @Override
  public T getNullValue(DeserializationContext context)
      throws com.fasterxml.jackson.databind.JsonMappingException {
    return context.reportInputMismatch(this, "null");
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return null;
  }

  @Override
  public LogicalType logicalType() {
    return plain.logicalType();
  }
}
