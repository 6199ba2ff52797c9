package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.http.Transport;
import java.util.Map;

/**
 * The tokens of one sign-in. A refresh token is good once, so two threads that find the access
 * token expired must not both spend it: the second one waits for the first and finds the new token.
 */
final class SignedInTokens implements TokenSource {
  private final Transport transport;
  private String access;
  private String refresh;

  SignedInTokens(Transport transport, JsonNode session) {
    this.transport = transport;
    keep(session);
  }

  private void keep(JsonNode session) {
    access = session.path("access_token").asText();
    refresh = session.path("refresh_token").asText();
  }

  @Override
  public synchronized String token() {
    return access;
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (!access.equals(refused)) {
      return true;
    }
    Reply reply = transport.send(exchange("/v1/auth/refresh"), null);
    if (reply instanceof Reply.Answered answered && answered.isSuccess()) {
      keep(answered.data());
      return true;
    }
    return false;
  }

  /** Ends the sign-in on the server. */
  synchronized Reply end() {
    return transport.send(exchange("/v1/auth/logout"), access);
  }

  private Call exchange(String path) {
    return Call.post(path).json(Map.of("refresh_token", refresh));
  }
}
