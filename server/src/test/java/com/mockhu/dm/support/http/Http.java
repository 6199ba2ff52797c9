package com.mockhu.dm.support.http;

import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.http.Transport;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Requests to one running server by the Java client. Each response is checked against the API
 * document.
 */
public final class Http {
  /** A request may wait for something itself. */
  private static final Duration PATIENCE = Patience.LONGEST.multipliedBy(2);

  /** One for all servers of the run: each client has threads and descriptors of its own. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Transport transport;

  public Http(int port) {
    transport = new Transport(URI.create("http://127.0.0.1:" + port), CLIENT, PATIENCE);
  }

  public Transport transport() {
    return transport;
  }

  public Answer get(String path, String token) {
    return send("GET", path, token, null);
  }

  /** {@code body}: null for none, otherwise written as JSON. */
  public Answer send(String method, String path, String token, Object body) {
    Call call = Call.of(method, path);
    return answer(body == null ? call : call.json(body), token);
  }

  public Answer raw(String method, String path, Map<String, String> headers, BodyPublisher body) {
    return answer(new Call(method, path, headers, body, null), null);
  }

  private Answer answer(Call call, String token) {
    String name = call.method() + " " + call.target();
    Answer answer =
        switch (transport.send(call, token)) {
          case Reply.Answered answered -> new Answer(name, answered);
          case Reply.NotSent(Exception cause) -> throw failure(name, cause);
          case Reply.Unanswered(Exception cause) -> throw failure(name, cause);
        };
    ApiDocument.check(call.method(), call.target(), answer);
    return answer;
  }

  private static UncheckedIOException failure(String name, Exception cause) {
    return new UncheckedIOException(name, (IOException) cause);
  }

  /** The bytes of the response, whatever its status. */
  public HttpResponse<byte[]> download(String method, String path, Map<String, String> headers) {
    Call call = new Call(method, path, headers, BodyPublishers.noBody(), null);
    try {
      return transport.download(call, null);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }
}
