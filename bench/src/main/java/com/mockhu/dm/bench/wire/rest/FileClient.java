package com.mockhu.dm.bench.wire.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.WireException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Uploads files, one in each request; blocking, from any thread. */
public final class FileClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BOUNDARY = "----bench-boundary-5f3a91";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  public FileClient(URI server) {
    this.server = server;
  }

  /** Gives back the attachment; any answer but 200 ends the run. */
  public JsonNode upload(Person person, String type, Path file) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/messages/upload"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + person.token())
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(form(type, file))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new WireException(
            "An upload was answered %d: %s".formatted(response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body()).path("data").path("attachments").path(0);
    } catch (IOException e) {
      throw new WireException("No answer to an upload: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WireException("Interrupted while uploading", e);
    }
  }

  private static BodyPublisher form(String type, Path file) {
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="type"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="files"; filename="%3$s"\r
        \r
        """
            .formatted(BOUNDARY, type, file.getFileName());
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(head),
          BodyPublishers.ofFile(file),
          BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    } catch (FileNotFoundException e) {
      throw new WireException("There is no " + file, e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
