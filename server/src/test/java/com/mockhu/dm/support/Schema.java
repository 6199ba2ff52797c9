package com.mockhu.dm.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** A YAML document, and the part of JSON Schema that our documents use. */
public final class Schema {
  private final JsonNode root;

  private Schema(JsonNode root) {
    this.root = root;
  }

  /** Empty when the class path has no such resource. */
  static Schema of(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      Object tree = in == null ? java.util.Map.of() : new Yaml().load(in);
      return new Schema(new ObjectMapper().valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** The words of a list. */
  Set<String> words(String pointer) {
    Set<String> words = new TreeSet<>();
    root.at(pointer).forEach(each -> words.add(each.asText()));
    return words;
  }

  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (reference.isMissingNode()) {
      return node;
    }
    JsonNode target = root.at(reference.asText().substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("Nothing at " + reference);
    }
    return resolved(target);
  }

  /** What is wrong with the value; empty when nothing is. */
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check("$", schema, value, faults);
    return faults;
  }

  private void check(String at, JsonNode unresolved, JsonNode value, List<String> faults) {
    JsonNode schema = resolved(unresolved);
    faults.addAll(Constraint.faults(at, schema, value));
    schema.path("allOf").forEach(each -> check(at, each, value, faults));
    anyOf(at, schema.path("anyOf"), value, faults);
    anyOf(at, schema.path("oneOf"), value, faults);
    if (value.isObject()) {
      fields(at, schema, value, faults);
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(at + "[" + i + "]", schema.path("items"), value.get(i), faults);
      }
    }
  }

  private void anyOf(String at, JsonNode options, JsonNode value, List<String> faults) {
    if (options.isEmpty()) {
      return;
    }
    List<List<String>> all =
        StreamSupport.stream(options.spliterator(), false).map(s -> faults(s, value)).toList();
    if (all.stream().noneMatch(List::isEmpty)) {
      faults.add(at + " fits none of its kinds: " + all);
    }
  }

  private void fields(String at, JsonNode schema, JsonNode value, List<String> faults) {
    JsonNode properties = schema.path("properties");
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
              }
            });
    value
        .properties()
        .forEach(
            field -> {
              String path = at + "." + field.getKey();
              if (properties.has(field.getKey())) {
                check(path, properties.get(field.getKey()), field.getValue(), faults);
              } else if (schema.has("additionalProperties") && isClosed(schema)) {
                faults.add(path + " is not in the document");
              }
            });
  }

  private static boolean isClosed(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean()
        && !schema.path("additionalProperties").asBoolean();
  }
}
