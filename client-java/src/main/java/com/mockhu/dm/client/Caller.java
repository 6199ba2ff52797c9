package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.http.Transport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Calls with a person's token: renews an expired token and repeats calls that are safe to repeat.
 */
public final class Caller {
  private static final int MOST_TRIES = 6;

  private final Transport transport;
  private final TokenSource tokens;

  Caller(Transport transport, TokenSource tokens) {
    this.transport = transport;
    this.tokens = tokens;
  }

  public Transport transport() {
    return transport;
  }

  public TokenSource tokens() {
    return tokens;
  }

  /** One attempt, and a second with a new token if the first token had expired. */
  public Reply send(Call call) {
    String token = tokens.token();
    Reply reply = transport.send(call, token);
    boolean isRefused = reply instanceof Reply.Answered answered && answered.status() == 401;
    return isRefused && tokens.renew(token) ? transport.send(call, tokens.token()) : reply;
  }

  /**
   * The {@code data} of a success. Repeats only calls that the server cannot have executed.
   *
   * @throws DmException when the call is refused or its outcome is unknown
   */
  public JsonNode ask(Call call) {
    return data(repeated(call, reply -> reply instanceof Reply.NotSent));
  }

  /**
   * As {@link #ask}, for a call that may arrive twice: reading, and what carries a key. Also an
   * unknown outcome is settled by asking again.
   *
   * @throws DmException when the call is refused, or no try was answered
   */
  public JsonNode insist(Call call) {
    return data(repeated(call, Caller::isOpen));
  }

  private Reply repeated(Call call, Predicate<Reply> isWorthRepeating) {
    Backoff backoff = new Backoff();
    Reply reply = send(call);
    for (int tries = 1; tries < MOST_TRIES && isWorthRepeating.test(reply); tries++) {
      if (!backoff.pause(askedToWait(reply))) {
        return reply;
      }
      reply = send(call);
    }
    return reply;
  }

  private static boolean isOpen(Reply reply) {
    return switch (reply) {
      case Reply.NotSent notSent -> true;
      case Reply.Unanswered unanswered -> !Thread.currentThread().isInterrupted();
      case Reply.Answered answered -> answered.status() == 503;
    };
  }

  private static Duration askedToWait(Reply reply) {
    return reply instanceof Reply.Answered answered
        ? answered.header("Retry-After").map(Caller::seconds).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static Duration seconds(String text) {
    try {
      return Duration.ofSeconds(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  static JsonNode data(Reply reply) {
    if (reply instanceof Reply.Answered answered && answered.isSuccess()) {
      return answered.data();
    }
    throw DmException.of(reply);
  }

  /** Bytes of a file or picture. */
  public byte[] download(String path) {
    try {
      HttpResponse<byte[]> response = transport.download(Call.get(path), tokens.token());
      if (response.statusCode() == 200) {
        return response.body();
      }
      String text = new String(response.body(), StandardCharsets.UTF_8);
      throw DmException.of(Reply.Answered.of(response.statusCode(), text, response.headers()));
    } catch (IOException e) {
      throw DmException.of(new Reply.Unanswered(e));
    }
  }
}
