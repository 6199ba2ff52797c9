package com.mockhu.dm.support.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A form with files, as a browser sends it.
 *
 * <p>It writes the bytes itself, because tests also send parts that the client's {@code Multipart}
 * refuses to write.
 */
public final class Form {
  private static final String BOUNDARY = "----a-boundary-0123456789";

  private final List<byte[]> parts = new ArrayList<>();

  private Form() {}

  public static Form ofType(String type) {
    return new Form().field("type", type);
  }

  public static Form withoutType() {
    return new Form();
  }

  public static Form images() {
    return ofType("image");
  }

  public static Form files() {
    return ofType("file");
  }

  public Form field(String name, String value) {
    add("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Form file(String filename, byte[] content) {
    add(
        "name=\"files\"; filename=\"" + filename.replace("\"", "%22") + "\"",
        "Content-Type: application/octet-stream\r\n",
        content);
    return this;
  }

  /** {@code headers} as they are, one byte for each character, without the empty line. */
  public Form part(String headers, byte[] content) {
    parts.add(
        ("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    parts.add(content);
    parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private void add(String disposition, String more, byte[] content) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more;
    parts.add((head + "\r\n").getBytes(StandardCharsets.UTF_8));
    parts.add(content);
    parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public BodyPublisher body() {
    return BodyPublishers.ofByteArrays(all());
  }

  private List<byte[]> all() {
    List<byte[]> all = new ArrayList<>(parts);
    all.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all;
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    all().forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
