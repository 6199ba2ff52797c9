package com.mockhu.dm.socket.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.json.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A frame from a client: its type, its reference, and fields by name. */
public final class ClientFrame {
  private final JsonNode json;

  private ClientFrame(JsonNode json) {
    this.json = json;
  }

  /** Throws {@code malformed_json} or {@code invalid_request}. */
  static ClientFrame parse(String text) {
    JsonNode json = Json.read(text, JsonNode.class);
    if (!json.isObject()) {
      throw ApiException.invalid("A frame must be a JSON object.");
    }
    return new ClientFrame(json);
  }

  String type() {
    return text("type").orElseThrow(() -> ApiException.invalid("type is missing."));
  }

  /** The text or number to return in the reply, as JSON; null when the client gave none. */
  public String ref() {
    JsonNode ref = json.get("ref");
    boolean isPlain = ref != null && (ref.isTextual() || ref.isNumber());
    return isPlain ? Json.text(ref) : null;
  }

  public Optional<String> text(String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw ApiException.invalid(name + " has the wrong type.");
    }
    return Optional.of(value.textValue());
  }

  public Optional<UUID> id(String name) {
    return text(name).map(value -> Ids.parse(value, name));
  }

  public UUID requiredId(String name) {
    return id(name).orElseThrow(() -> ApiException.invalid(name + " is missing."));
  }

  /** A list of ids without repetitions. */
  public Set<UUID> requiredIds(String name, int most) {
    JsonNode values = json.get(name);
    if (values == null || !values.isArray() || values.size() > most) {
      throw ApiException.invalid(name + " must be a list of " + most + " ids at most.");
    }
    Set<UUID> ids = new HashSet<>();
    values.forEach(value -> ids.add(Ids.parse(value.textValue(), name)));
    return Set.copyOf(ids);
  }

  /** A whole number, or {@code fallback} without the field. */
  public long number(String name, long fallback) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      return fallback;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw ApiException.invalid(name + " must be a whole number.");
    }
    return value.longValue();
  }

  public boolean requiredFlag(String name) {
    JsonNode value = json.get(name);
    if (value == null || !value.isBoolean()) {
      throw ApiException.invalid(name + " must be true or false.");
    }
    return value.booleanValue();
  }

  /** The field as JSON; null when it is missing. */
  public JsonNode value(String name) {
    return json.get(name);
  }

  /** Whether the field is there, and neither null nor an empty list. */
  public boolean has(String name) {
    JsonNode value = json.get(name);
    return value != null && !value.isNull() && !(value.isArray() && value.isEmpty());
  }
}
