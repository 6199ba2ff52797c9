package com.mockhu.dm.client.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files (RFC 7578), held in memory. */
public final class Multipart {
  private final String boundary = "dm-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  public Multipart field(String name, String value) {
    return part("name=\"" + escaped(name) + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  public Multipart file(String name, String filename, byte[] content) {
    return part("name=\"" + escaped(name) + "\"; filename=\"" + escaped(filename) + "\"", content);
  }

  private Multipart part(String disposition, byte[] content) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
    body.writeBytes(content);
    write("\r\n");
    return this;
  }

  /** As browsers write a name that would end its own quotation or its line. */
  private static String escaped(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  public byte[] bytes() {
    byte[] end = ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + end.length);
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(end);
    return whole.toByteArray();
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
