package com.mockhu.dm.platform.http;

import java.util.List;

/**
 * One line of the API.
 *
 * @param template path with {@code {name}} for what varies, and {@code {+name}} last for a rest of
 *     any depth
 * @param body how the request body reaches the endpoint
 * @param isHeld whether the endpoint keeps the request for as many seconds as {@code wait} says
 */
public record Route(
    String method,
    String template,
    Access access,
    BodyKind body,
    boolean isHeld,
    Endpoint endpoint) {

  public Route(String method, String template, Access access, BodyKind body, Endpoint endpoint) {
    this(method, template, access, body, false, endpoint);
  }

  /** How much of a body is held in memory. */
  public enum BodyKind {
    /** Read whole, at most {@link HttpLimits#JSON_BODY} bytes. */
    WHOLE,
    /** Handed on as it arrives. */
    STREAMED
  }

  List<String> segments() {
    return segments(template);
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  static boolean isRest(String segment) {
    return segment.startsWith("{+");
  }

  static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }
}
