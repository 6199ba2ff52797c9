package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.app.Server;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route that there is, against limits of two requests a minute. */
class RouteLimitTest {
  private static Server server;
  private static Campus campus;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(Campus.settings());
    settings.put("DM_LIMITS", "on");
    settings.put("DM_LIMITS_REQUESTS_PER_MINUTE", "2");
    settings.put("DM_LIMITS_REQUESTS_PER_ADDRESS_PER_MINUTE", "2");
    // Counts failures too, so that nobody tries codes.
    settings.put("DM_LIMITS_INVITE_LOOKUPS_PER_MINUTE", "2");
    settings.put("DM_TRUSTED_PROXIES", "127.0.0.1");
    server = Server.start(Environment.of(settings));
    campus = Campus.at(server.port(), server::close);
  }

  @AfterAll
  static void stop() {
    campus.close();
  }

  private static Stream<Route> routes(boolean areLimited) {
    List<Route> all = server.routes();
    assertFalse(all.isEmpty());
    return all.stream()
        .filter(route -> areLimited != route.limit() instanceof RouteLimit.Unlimited);
  }

  @Test
  void a_person_or_address_that_comes_too_often_is_refused_on_every_limited_route() {
    List<String> open =
        routes(true)
            .filter(route -> thirdAnswer(route).status() != 429)
            .map(route -> route.method() + " " + route.template())
            .toList();
    assertEquals(List.of(), open);
  }

  private static Answer thirdAnswer(Route route) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    if (route.access() == Access.PERSON) {
      Person newcomer = campus.welcomes("newcomer");
      headers.put("Authorization", "Bearer " + newcomer.token());
    } else {
      headers.put("X-Forwarded-For", "198.51.100." + server.routes().indexOf(route));
    }
    ask(route, headers);
    ask(route, headers);
    Answer third = ask(route, headers);
    if (third.status() == 429) {
      assertTrue(third.header("Retry-After").isPresent(), third::toString);
      assertTrue(third.header("RateLimit").isPresent(), third::toString);
      assertTrue(third.header("RateLimit-Policy").isPresent(), third::toString);
    }
    return third;
  }

  private static Answer ask(Route route, Map<String, String> headers) {
    String path = route.template().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    var body =
        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
    return campus.http().raw(route.method(), path, headers, body);
  }

  @Test
  void what_is_not_limited_says_why_and_is_neither_a_person_s_nor_in_the_database() {
    routes(false)
        .forEach(
            route -> {
              String reason = ((RouteLimit.Unlimited) route.limit()).reason();
              assertFalse(reason.isBlank(), route::template);
              assertTrue(
                  route.access() != Access.PERSON
                      && (route.access() == Access.SERVICE || !route.template().startsWith("/v1/")),
                  route::template);
            });
  }
}
