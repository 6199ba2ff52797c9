package com.mockhu.dm.platform.http;

import java.util.List;

/**
 * One route of the API.
 *
 * @param template path with {@code {name}} for what varies, and {@code {+name}} last for a rest of
 *     any depth
 * @param body how the request body reaches the endpoint
 * @param isHeld whether the endpoint keeps the request for as many seconds as {@code wait} says
 * @param limit how often it may be called
 */
public record Route(
    String method,
    String template,
    Access access,
    BodyKind body,
    boolean isHeld,
    RouteLimit limit,
    Endpoint endpoint) {
  private static final RouteLimit OF_THE_HOST =
      new RouteLimit.Unlimited("the host application brings all its people at once");

  /** The general limit holds, but for the host application's own routes. */
  public Route(String method, String template, Access access, BodyKind body, Endpoint endpoint) {
    this(method, template, access, body, false, usual(access), endpoint);
  }

  private static RouteLimit usual(Access access) {
    return access == Access.SERVICE ? OF_THE_HOST : RouteLimit.GENERAL;
  }

  /** The same with another limit. */
  public Route limitedBy(RouteLimit other) {
    return new Route(method, template, access, body, isHeld, other, endpoint);
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
