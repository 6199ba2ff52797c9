package com.mockhu.dm.app.campus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files (RFC 7578). */
final class Multipart {
  private static final String BOUNDARY = "campus-campus-campus";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  Multipart field(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  Multipart file(String name, String filename, byte[] content) {
    return part("name=\"" + name + "\"; filename=\"" + filename + "\"", content);
  }

  private Multipart part(String disposition, byte[] content) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
    body.writeBytes(content);
    write("\r\n");
    return this;
  }

  byte[] bytes() {
    write("--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
