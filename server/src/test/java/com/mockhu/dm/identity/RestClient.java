package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that knows the server only over HTTP. */
public final class RestClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final HttpClient client;

  public RestClient(int port) {
    this(port, CLIENT);
  }

  private RestClient(int port, HttpClient client) {
    this.port = port;
    this.client = client;
  }

  /** The same server, asked from another address of this machine. */
  public RestClient from(String address) {
    try {
      InetAddress local = InetAddress.getByName(address);
      return new RestClient(port, HttpClient.newBuilder().localAddress(local).build());
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  public record Answer(HttpResponse<String> response, JsonNode body) {
    public Answer is(int status) {
      assertEquals(status, response.statusCode(), response.body());
      return this;
    }

    public Answer isError(int status, String code) {
      is(status);
      assertEquals(false, body.get("success").booleanValue());
      assertEquals(code, body.at("/error/code").textValue());
      return this;
    }

    public JsonNode data() {
      return body.get("data");
    }

    public String text(String pointer) {
      return body.at("/data" + pointer).textValue();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  public Answer get(String path, String token) {
    return send("GET", path, token, BodyPublishers.noBody());
  }

  public Answer send(String method, String path, String token, String json) {
    return send(method, path, token, BodyPublishers.ofString(json));
  }

  public Answer post(String path, String token) {
    return send("POST", path, token, BodyPublishers.noBody());
  }

  public Answer delete(String path, String token) {
    return send("DELETE", path, token, BodyPublishers.noBody());
  }

  public Answer send(String method, String path, String token, BodyPublisher body) {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response, JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
