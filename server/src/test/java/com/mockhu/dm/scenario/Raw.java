package com.mockhu.dm.scenario;

import com.mockhu.dm.support.Answer;
import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Bodies exactly as written, well-formed or not. */
final class Raw {
  private Raw() {}

  static Answer post(Campus campus, Person person, String path, String body) {
    return post(campus, person, path, body, "application/json");
  }

  static Answer post(Campus campus, Person person, String path, String body, String type) {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + person.token(), "Content-Type", type);
    return campus.http().raw("POST", path, headers, BodyPublishers.ofString(body));
  }
}
