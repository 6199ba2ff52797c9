package com.mockhu.dm.account.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The claims of a token whose signature held (RFC 7519 §4.1), read strictly. */
final class Claims {
  /** The last second of the year 9999: what lies beyond is no time but a trick. */
  private static final long LATEST = 253_402_300_799L;

  private final JsonNode json;

  private Claims(JsonNode json) {
    this.json = json;
  }

  static Claims parse(byte[] payload) {
    JsonNode json = tree(payload);
    if (!json.isObject()) {
      throw TokenVerifier.invalid();
    }
    return new Claims(json);
  }

  private static JsonNode tree(byte[] payload) {
    try {
      return Json.read(payload, JsonNode.class);
    } catch (ApiException e) {
      throw TokenVerifier.invalid();
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** Empty also for text that is no UUID: such a value names nothing of ours. */
  Optional<UUID> id(String name) {
    try {
      return text(name).filter(text -> text.length() == 36).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<Instant> time(String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      return Optional.empty();
    }
    double seconds = value.isNumber() ? value.doubleValue() : -1;
    if (!(seconds >= 0 && seconds <= LATEST)) {
      throw TokenVerifier.invalid();
    }
    return Optional.of(Instant.ofEpochSecond((long) seconds));
  }

  /** {@code aud} is one text or an array of them (RFC 7519 §4.1.3). */
  Set<String> audience() {
    return texts(json.get("aud")).collect(Collectors.toSet());
  }

  /** {@code scope} is words in one text (RFC 8693 §4.2), or an array as some hosts write it. */
  boolean hasScope(String word) {
    return texts(json.get("scope")).anyMatch(text -> List.of(text.split(" ")).contains(word));
  }

  private static Stream<String> texts(JsonNode value) {
    if (value == null) {
      return Stream.empty();
    }
    Stream<JsonNode> nodes =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    return nodes.filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
