package com.mockhu.dm.bench.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Fields of flat, compact JSON. */
final class Text {
  private Text() {}

  static String field(String json, String name) {
    int start = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }

  /** The {@code sub} claim; the stub believes every signature. */
  static String subject(String authorization) {
    String claims = authorization.split("\\.")[1];
    return field(new String(Base64.getUrlDecoder().decode(claims), UTF_8), "sub");
  }
}
