package com.mockhu.dm.app.campus;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The server that is being filled. */
final class CampusServer {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  CampusServer(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  CampusAnswer post(String path, String token, Object body) {
    return send("POST", path, token, Json.bytes(body));
  }

  CampusAnswer send(String method, String path, String token, byte[] body) {
    return answer(request(method, path, token, "application/json", body));
  }

  CampusAnswer upload(String method, String path, String token, Multipart form) {
    return answer(request(method, path, token, Multipart.contentType(), form.bytes()));
  }

  private HttpRequest request(String method, String path, String token, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private static StartupException refused(HttpRequest request, HttpResponse<byte[]> response) {
    return new StartupException(
        "The demo could not be filled in: "
            + request.method()
            + (" " + request.uri().getPath())
            + (" gave " + new String(response.body(), StandardCharsets.UTF_8)));
  }

  /** A story that the product refuses is a mistake of the story: better seen than half told. */
  private CampusAnswer answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw refused(request, response);
      }
      Map<?, ?> envelope = Json.read(response.body(), Map.class);
      return new CampusAnswer(envelope.get("data") instanceof Map<?, ?> data ? data : Map.of());
    } catch (IOException e) {
      throw new StartupException("The demo could not be filled in: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException("Interrupted while the demo was filled in");
    }
  }
}
