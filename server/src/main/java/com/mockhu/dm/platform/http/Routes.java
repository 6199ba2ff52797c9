package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of routes; fixed words win over variables, and those over a rest of the path ({@code
 * {+name}}, as in RFC 6570), in any order of adding.
 */
public final class Routes {
  private final Node root = new Node();
  private final List<Route> all = new ArrayList<>();

  private static final class Node {
    private final Map<String, Node> words = new HashMap<>();
    private Node variable;
    private Node rest;
    private final Map<String, Route> methods = new TreeMap<>();
  }

  /** A route and the values of its variables. */
  public record Match(Route route, Map<String, String> variables) {}

  public void add(Route route) {
    Node node = root;
    for (String segment : route.segments()) {
      node = next(node, segment);
    }
    if (node.methods.putIfAbsent(route.method(), route) != null) {
      throw new IllegalStateException("Two routes: " + route.method() + " " + route.template());
    }
    all.add(route);
  }

  /** For all callers, within the general limit of their network address. */
  public void open(String method, String template, Endpoint endpoint) {
    open(method, template, RouteLimit.GENERAL, endpoint);
  }

  public void open(String method, String template, RouteLimit limit, Endpoint endpoint) {
    add(new Route(method, template, Access.OPEN, Route.BodyKind.WHOLE, endpoint).limitedBy(limit));
  }

  /** For a signed-in person, within their general limit. */
  public void person(String method, String template, Endpoint endpoint) {
    person(method, template, RouteLimit.GENERAL, endpoint);
  }

  public void person(String method, String template, RouteLimit limit, Endpoint endpoint) {
    add(
        new Route(method, template, Access.PERSON, Route.BodyKind.WHOLE, endpoint)
            .limitedBy(limit));
  }

  /**
   * As {@link #person}, for what may keep the request waiting on purpose. A request that was kept
   * for a second or more is not counted.
   */
  public void held(String method, String template, Endpoint endpoint) {
    add(
        new Route(
            method,
            template,
            Access.PERSON,
            Route.BodyKind.WHOLE,
            true,
            RouteLimit.GENERAL,
            endpoint));
  }

  /** For the host application, without a limit. */
  public void service(String method, String template, Endpoint endpoint) {
    add(new Route(method, template, Access.SERVICE, Route.BodyKind.WHOLE, endpoint));
  }

  /** Every route there is, for the test that compares them with the API documents. */
  public List<Route> all() {
    return List.copyOf(all);
  }

  /**
   * @param path decoded, by segments
   * @throws ApiException {@code not_found}, or {@code method_not_allowed} with the allowed ones
   */
  public Match match(String method, List<String> path) {
    Node node = find(root, path, 0);
    if (node == null) {
      throw ApiException.notFound("This path does not exist.");
    }
    Route route = node.methods.get(method);
    if (route == null && method.equals("HEAD")) {
      route = node.methods.get("GET");
    }
    if (route == null) {
      throw new ApiException(
          ErrorCode.METHOD_NOT_ALLOWED,
          "This path does not take " + method + ".",
          Map.of("allow", String.join(", ", node.methods.keySet())));
    }
    return new Match(route, variables(route, path));
  }

  private static Node find(Node node, List<String> segments, int depth) {
    if (depth == segments.size()) {
      return node.methods.isEmpty() ? null : node;
    }
    Node word = node.words.get(segments.get(depth));
    Node found = word == null ? null : find(word, segments, depth + 1);
    if (found != null || segments.get(depth).isEmpty()) {
      return found;
    }
    found = node.variable == null ? null : find(node.variable, segments, depth + 1);
    return found == null ? node.rest : found;
  }

  private static Map<String, String> variables(Route route, List<String> values) {
    List<String> names = route.segments();
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (Route.isRest(name)) {
        List<String> rest = values.subList(i, values.size());
        if (rest.stream().anyMatch(segment -> segment.indexOf('/') >= 0)) {
          // Joined, it would be taken for a slash that separates.
          throw ApiException.notFound("This path does not exist.");
        }
        variables.put(name.substring(2, name.length() - 1), String.join("/", rest));
      } else if (Route.isVariable(name)) {
        variables.put(name.substring(1, name.length() - 1), values.get(i));
      }
    }
    return variables;
  }

  private static Node next(Node node, String segment) {
    if (Route.isRest(segment)) {
      node.rest = node.rest == null ? new Node() : node.rest;
      return node.rest;
    }
    if (Route.isVariable(segment)) {
      node.variable = node.variable == null ? new Node() : node.variable;
      return node.variable;
    }
    return word(node, segment);
  }

  private static Node word(Node node, String word) {
    return node.words.computeIfAbsent(word, w -> new Node());
  }
}
