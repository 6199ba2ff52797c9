package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.process.ServerProcess;
import com.mockhu.dm.support.raw.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything a process writes while people sign in, connect and fail (behaviour §7.2). */
class SecretsInLogTest {
  private static final String PASSWORD = "a password that nobody else has";

  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, Campus.SECRET));

  @Test
  void no_password_token_or_ticket_reaches_the_log(@TempDir Path data) throws IOException {
    ServerProcess server = ServerProcess.start(data);
    try {
      Campus campus = server.campus();
      JsonNode dora = signsIn(campus);
      connects(campus.welcomes("alice"), dora.path("access_token").asText());
      fails(campus);
    } finally {
      server.stop();
    }
    String log = Files.readString(data.resolve("out.log"));
    assertTrue(log.contains("Stopping"), log);
    secrets.forEach(secret -> assertFalse(log.contains(secret), secret));
  }

  private JsonNode signsIn(Campus campus) {
    Map<String, String> form =
        Map.of("username", "dora", "full_name", "Dora", "password", PASSWORD);
    JsonNode first = campus.http().send("POST", "/v1/auth/register", null, form).isCreated();
    JsonNode second = campus.http().send("POST", "/v1/auth/login", null, form).isOk();
    Map<String, String> old = Map.of("refresh_token", second.path("refresh_token").asText());
    JsonNode third = campus.http().send("POST", "/v1/auth/refresh", null, old).isOk();
    campus.http().send("POST", "/v1/auth/refresh", null, old).isRefused(401, "unauthorized");
    for (JsonNode each : List.of(first, second, third)) {
      secrets.add(each.path("access_token").asText());
      secrets.add(each.path("refresh_token").asText());
    }
    return first;
  }

  private void connects(Person alice, String doras) {
    secrets.add(alice.token());
    String ticket = alice.posts("/v1/ws/ticket").isOk().path("ticket").asText();
    secrets.add(ticket);
    alice.connects(Dial.withQuery("ticket=" + ticket)).fence();
    assertEquals(401, Dial.withQuery("ticket=" + ticket).refusal(alice));
    alice.connects(Dial.withSubprotocol(alice.token())).fence();
    Socket socket = alice.connects(Dial.withQuery("token=" + alice.token()));
    socket.awaitsAnswerTo(socket.says("auth", Map.of("token", alice.token())));
    socket.awaitsAnswerTo(socket.says("auth", Map.of("token", doras)));
    socket.saysRaw("{\"type\":\"auth\",\"token\":\"" + doras);
    socket.awaits("error");
    socket.saysBytes(doras.getBytes(StandardCharsets.US_ASCII));
    assertEquals(1003, socket.closeCode());
  }

  /** As far from every route and every rule as a request with a secret may be. */
  private void fails(Campus campus) {
    String forged = Token.ofService().signedWith("y".repeat(40)).mint();
    secrets.add(forged);
    String proof = "Authorization: Bearer " + forged + "\r\n";
    for (String path : List.of("/v1/ws/messages", "/v1/no/such/route", "/v1/sync", "/%zz")) {
      String target = path + "?cursor=%00&ticket=" + forged + "&token=" + forged;
      RawHttp.upgrade(campus.port(), target, proof);
      String head = "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n".formatted(target);
      RawHttp.exchange(campus.port(), head + proof + "\r\n{\"broken\"");
    }
    RawHttp.exchange(campus.port(), forged + " / HTTP/1.1\r\n\r\n");
  }
}
