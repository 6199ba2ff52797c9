package com.mockhu.dm.support.person;

import com.mockhu.dm.support.http.Http;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** How a socket proves who opens it. */
public record Dial(String query, UnaryOperator<WebSocket.Builder> proof) {
  public static final String PATH = "/v1/ws/messages";

  public static Dial withHeader(String token) {
    return new Dial("", builder -> builder.header("Authorization", "Bearer " + token));
  }

  public static Dial withSubprotocol(String token) {
    return new Dial("", builder -> builder.subprotocols("bearer", token));
  }

  public static Dial withQuery(String query) {
    return new Dial("?" + query, UnaryOperator.identity());
  }

  public static Dial withTicketOf(Person person) {
    String ticket = person.posts("/v1/ws/ticket", Map.of()).isOk().path("ticket").asText();
    return withQuery("ticket=" + ticket);
  }

  /** The same proof, with {@code ?cursor=} besides. */
  public Dial resuming(String cursor) {
    return new Dial(query + (query.isEmpty() ? "?" : "&") + "cursor=" + cursor, proof);
  }

  Socket to(Person person) {
    URI address = URI.create("ws://127.0.0.1:" + person.campus().port() + PATH + query);
    Frames frames = new Frames();
    try {
      WebSocket.Builder builder = proof.apply(Http.CLIENT.newWebSocketBuilder());
      return new Socket(person, frames, builder.buildAsync(address, frames).join());
    } catch (CompletionException e) {
      throw new AssertionError("No socket for " + person, e.getCause());
    }
  }

  /** The HTTP status with which the server refuses the upgrade. */
  public int refusal(Person person) {
    try {
      to(person).close();
    } catch (AssertionError e) {
      if (e.getCause() instanceof java.net.http.WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
    throw new AssertionError("The server let " + person + " in");
  }
}
