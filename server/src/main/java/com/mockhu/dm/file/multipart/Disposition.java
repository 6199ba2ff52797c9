package com.mockhu.dm.file.multipart;

import com.mockhu.dm.platform.error.ApiException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Content-Disposition} of a part (RFC 7578, 6266, 8187) in the variants of real clients.
 */
final class Disposition {
  /** Clients mean this one by Latin-1: it has letters in the place of control characters. */
  private static final Charset LATIN = Charset.forName("windows-1252");

  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "utf-8",
          StandardCharsets.UTF_8,
          "us-ascii",
          StandardCharsets.UTF_8,
          "iso-8859-1",
          LATIN,
          "windows-1252",
          LATIN);

  private Disposition() {}

  /**
   * @param header one character for each byte
   * @throws ApiException {@code invalid_request} for a part without a field name
   */
  static Part parse(String header) {
    HeaderParameters parameters = new HeaderParameters(header);
    if (!parameters.value().equals("form-data")) {
      throw ApiException.invalid("A part of the body is no form field.");
    }
    Optional<String> plain = parameters.get("filename").map(Disposition::plain);
    Optional<String> filename =
        parameters.get("filename*").flatMap(Disposition::extended).or(() -> plain);
    if (filename.isEmpty() && parameters.get("filename*").isPresent()) {
      throw ApiException.invalid("filename* is not encoded as RFC 8187 says; use UTF-8''….");
    }
    return new Part(parameters.get("name").map(Disposition::plain).orElse(""), filename);
  }

  /** Browsers write a quote and line ends as {@code %22}, {@code %0D}, {@code %0A}. */
  private static String plain(String value) {
    return text(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .orElseGet(() -> new String(value.getBytes(StandardCharsets.ISO_8859_1), LATIN))
        .replace("%22", "\"")
        .replace("%0D", "")
        .replace("%0A", "");
  }

  /** {@code charset'language'percent-encoded}; empty when it cannot be decoded. */
  private static Optional<String> extended(String value) {
    int first = value.indexOf('\'');
    int second = value.indexOf('\'', first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    Charset charset = CHARSETS.get(value.substring(0, first).toLowerCase(Locale.ROOT));
    return Optional.ofNullable(charset)
        .flatMap(known -> bytes(value.substring(second + 1)).flatMap(each -> text(each, known)));
  }

  private static Optional<byte[]> bytes(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < encoded.length(); at++) {
      int one = encoded.charAt(at);
      if (one == '%') {
        one = number(encoded, at + 1);
        at += 2;
      }
      if (one < 0) {
        return Optional.empty();
      }
      bytes.write(one);
    }
    return Optional.of(bytes.toByteArray());
  }

  private static int number(String encoded, int at) {
    int high = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
    int low = at + 1 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static Optional<String> text(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
