package com.mockhu.dm.chaos.client.rest;

import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Multipart;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** REST calls with a bounded wait, each tried once: the history records every outcome as it was. */
public final class Api implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Transport transport;

  public Api(URI server) {
    this.transport = new Transport(server, CONNECT, PATIENCE);
  }

  public Transport transport() {
    return transport;
  }

  public Reply get(String token, String path) {
    return transport.send(Call.get(path), token);
  }

  public Reply delete(String token, String path) {
    return transport.send(Call.delete(path), token);
  }

  public Reply post(String token, String path) {
    return transport.send(Call.post(path), token);
  }

  public Reply post(String token, String path, Object body) {
    return transport.send(Call.post(path).json(body), token);
  }

  Reply upload(String token, Multipart form) {
    return transport.send(Call.post("/v1/messages/upload").form(form), token);
  }

  /** The bytes of a file, or null when they can't be had. */
  public byte[] download(String token, String path) {
    try {
      HttpResponse<byte[]> response = transport.download(Call.get(path), token);
      return response.statusCode() == 200 ? response.body() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** A failure as the report names it. */
  public static String code(Reply.Answered answer) {
    return answer.status() + " " + answer.code();
  }

  @Override
  public void close() {
    transport.close();
  }
}
