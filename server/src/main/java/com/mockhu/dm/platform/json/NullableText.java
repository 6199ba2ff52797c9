package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** For a text that a client may set to null, as {@code @JsonDeserialize(using = …)}. */
public final class NullableText extends StdDeserializer<String> {
  private static final long serialVersionUID = 1L;

  public NullableText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return StringDeserializer.instance.deserialize(parser, context);
  }
}
