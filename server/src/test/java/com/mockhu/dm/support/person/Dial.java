package com.mockhu.dm.support.person;

import com.mockhu.dm.client.http.Transport;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How a socket proves who opens it.
 *
 * @param query begins with a question mark; empty for none
 */
public record Dial(String query, Proof proof) {
  public static final String PATH = "/v1/ws/messages";

  /** Opens the path with a proof. */
  @FunctionalInterface
  public interface Proof {
    CompletableFuture<WebSocket> open(Transport server, String target, WebSocket.Listener frames);
  }

  public static Dial withHeader(String token) {
    return new Dial("", (server, target, frames) -> server.open(target, token, frames));
  }

  public static Dial withSubprotocol(String token) {
    return new Dial(
        "", (server, target, frames) -> server.openBySubprotocol(target, token, frames));
  }

  public static Dial withQuery(String query) {
    return new Dial("?" + query, (server, target, frames) -> server.open(target, null, frames));
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
    Frames frames = new Frames();
    Transport server = person.campus().http().transport();
    try {
      return new Socket(person, frames, proof.open(server, PATH + query, frames).join());
    } catch (CompletionException e) {
      throw new AssertionError("No socket for " + person, e.getCause());
    }
  }

  /** The HTTP status with which the server refuses the upgrade. */
  public int refusal(Person person) {
    try {
      to(person).close();
    } catch (AssertionError e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
    throw new AssertionError("The server let " + person + " in");
  }
}
