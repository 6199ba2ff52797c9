package com.mockhu.dm.support.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.Yaml;

/** A YAML document with JSON Schemas (2020-12) in it; each is compiled once. */
final class SchemaDocument {
  /** The API promises lower case, where the standard format allows both. */
  private static final Format UUID =
      PatternFormat.of("uuid", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "format.uuid");

  private final String address;
  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  private SchemaDocument(String address, JsonNode root) {
    this.address = address;
    this.root = root;
    this.registry =
        SchemaRegistry.withDialect(
            dialect(root),
            registry ->
                registry
                    .schemas(Map.of(address, root.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** The document around the schemas is no schema itself: its own members say nothing here. */
  private static Dialect dialect(JsonNode root) {
    return Dialect.builder(Dialects.getDraft202012())
        .format(UUID)
        .format(new ExactTime())
        .keywords(
            root.propertyStream().map(each -> new NonValidationKeyword(each.getKey())).toList())
        .build();
  }

  static SchemaDocument of(String resource) {
    try (InputStream in = SchemaDocument.class.getResourceAsStream(resource)) {
      JsonNode root = new ObjectMapper().valueToTree(new Yaml().load(in));
      return new SchemaDocument("urn:document:" + resource.replace('/', ':'), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  boolean has(String pointer) {
    return !at(pointer).isMissingNode();
  }

  /** The words of a list. */
  Set<String> words(String pointer) {
    Set<String> words = new TreeSet<>();
    at(pointer).forEach(each -> words.add(each.asText()));
    return words;
  }

  /** Where the references lead that begin at the pointer. */
  String target(String pointer) {
    if (!has(pointer)) {
      throw new AssertionError("Nothing at " + pointer);
    }
    JsonNode node = at(pointer);
    return node.has("$ref") ? target(pointer(node)) : pointer;
  }

  static String pointer(JsonNode reference) {
    return reference.path("$ref").asText().substring(1);
  }

  /** The violations of the schema at the pointer; empty for a valid value. */
  List<String> faults(String pointer, JsonNode value) {
    return compiled.computeIfAbsent(pointer, this::compile).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private Schema compile(String pointer) {
    return registry.getSchema(SchemaLocation.of(address + "#" + pointer));
  }
}
