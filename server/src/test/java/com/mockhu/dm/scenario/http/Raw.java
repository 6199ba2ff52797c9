package com.mockhu.dm.scenario.http;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Bodies exactly as written, well-formed or not. */
public final class Raw {
  private Raw() {}

  public static Answer post(Campus campus, Person person, String path, String body) {
    return post(campus, person, path, body, "application/json");
  }

  public static Answer post(Campus campus, Person person, String path, String body, String type) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + person.token(), "Content-Type", type);
    return campus.http().raw("POST", path, headers, BodyPublishers.ofString(body));
  }
}
