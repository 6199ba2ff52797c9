package com.mockhu.dm.platform.http.syntax;

import com.mockhu.dm.platform.error.ApiException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as its segments, each percent-decoded after the path was taken apart: {@code %75} is a
 * {@code u} (RFC 3986 §6.2.2.2), and {@code %2F} a slash inside a segment, which separates nothing.
 */
public final class RequestPath {
  private static final int HEX = 16;

  private RequestPath() {}

  /**
   * @param path as it came; begins with a slash
   * @throws ApiException {@code invalid_request} for what is not properly encoded UTF-8
   */
  public static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 1;
    for (int end = path.indexOf('/', from); end >= 0; end = path.indexOf('/', from)) {
      segments.add(decoded(path.substring(from, end)));
      from = end + 1;
    }
    segments.add(decoded(path.substring(from)));
    return segments;
  }

  /** Whether a path is another one, however it is encoded; false where it is badly. */
  public static boolean isSame(String path, String plain) {
    try {
      return path.equals(plain) || segments(path).equals(segments(plain));
    } catch (ApiException e) {
      return false;
    }
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char each = segment.charAt(i);
      if (each == '%') {
        bytes.write(octet(segment, i));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(each).getBytes(StandardCharsets.UTF_8));
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(String segment, int at) {
    int high = at + 1 < segment.length() ? Character.digit(segment.charAt(at + 1), HEX) : -1;
    int low = at + 2 < segment.length() ? Character.digit(segment.charAt(at + 2), HEX) : -1;
    if (high < 0 || low < 0) {
      throw badlyEncoded();
    }
    return high * HEX + low;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw badlyEncoded();
    }
  }

  private static ApiException badlyEncoded() {
    return ApiException.invalid("The path is not properly percent-encoded.");
  }
}
