package com.mockhu.dm.identity.token;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;

/** Reads the host application's public keys over HTTP, within bounds of time and size. */
final class JwksDocument {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final int LARGEST = 512 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LONGEST)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final HttpRequest request;

  JwksDocument(URI address) {
    this.request = HttpRequest.newBuilder(address).timeout(LONGEST).GET().build();
  }

  UsableKeys fetch() throws IOException {
    try {
      HttpResponse<byte[]> answer =
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
      if (answer.statusCode() != 200) {
        throw new IOException("Status " + answer.statusCode());
      }
      return UsableKeys.parse(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IOException("No JSON Web Key Set", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
