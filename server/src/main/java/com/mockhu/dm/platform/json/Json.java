package com.mockhu.dm.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The one JSON dialect of the product: snake_case, UTC instants, markup characters escaped. */
public final class Json {
  /** Deep enough for any body the product has; a bomb of brackets ends here. */
  private static final int DEEPEST = 32;

  private static final ObjectMapper MAPPER = mapper();

  /** For what comes from clients, where null is refused unless a field allows it. */
  private static final ObjectMapper OUTSIDE =
      MAPPER
          .copy()
          .registerModule(
              new SimpleModule("outside")
                  .addDeserializer(
                      String.class, new NotNull<>(String.class, StringDeserializer.instance))
                  .addDeserializer(
                      Boolean.class,
                      new NotNull<>(
                          Boolean.class,
                          new NumberDeserializers.BooleanDeserializer(Boolean.class, null))));

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Json() {}

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Otherwise each emoji is 12 bytes of escapes in place of 4.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    factory.setCharacterEscapes(new MarkupEscapes());
    return JsonMapper.builder(factory)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .withCoercionConfig(LogicalType.Textual, Json::refuseScalars)
        .withCoercionConfig(LogicalType.Boolean, Json::refuseScalars)
        .addModule(
            new SimpleModule()
                .addSerializer(Instant.class, new InstantSerializer())
                .addDeserializer(Instant.class, new InstantDeserializer()))
        .build();
  }

  /** {@code 5} is no text and {@code "true"} no boolean: guessing would hide a client's mistake. */
  private static void refuseScalars(com.fasterxml.jackson.databind.cfg.MutableCoercionConfig c) {
    c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * Reads what a client sent; throws {@code malformed_json} or {@code invalid_request}. UTF-8
   * alone: given bytes, the parser would guess UTF-16 as well, and lets ill-formed text through.
   */
  public static <T> T read(byte[] json, Class<T> type) {
    String text =
        Utf8.text(json)
            .orElseThrow(
                () -> new ApiException(ErrorCode.MALFORMED_JSON, "The body is not valid UTF-8."));
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return read(isMarked ? text.substring(1) : text, type);
  }

  /** As the other one, of text that is known to be well-formed. */
  public static <T> T read(String json, Class<T> type) {
    try {
      T value = OUTSIDE.readValue(json, type);
      if (value == null) {
        throw ApiException.invalid("The body must be a JSON object.");
      }
      return value;
    } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
      throw unfit(e);
    } catch (IOException e) {
      throw new ApiException(ErrorCode.MALFORMED_JSON, "The body is not valid JSON.");
    }
  }

  /** Reads the product's own JSON, as it stands in the database. */
  public static <T> T stored(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApiException unfit(com.fasterxml.jackson.databind.JsonMappingException e) {
    if (e.getCause() instanceof ApiException refused) {
      return refused;
    }
    if (e instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException
        && !e.getPath().isEmpty()) {
      String field = e.getPath().getLast().getFieldName();
      return ApiException.invalid(
          field == null ? "A value has the wrong type." : field + " has the wrong type.");
    }
    if (e instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException
        && !(e.getCause() instanceof StreamConstraintsException)) {
      return ApiException.invalid("The body must be a JSON object.");
    }
    return new ApiException(ErrorCode.MALFORMED_JSON, "The body is not valid JSON.");
  }
}
