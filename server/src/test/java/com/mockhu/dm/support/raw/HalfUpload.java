package com.mockhu.dm.support.raw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An upload that the server has taken up, and whose second half has not been sent. */
public final class HalfUpload implements AutoCloseable {

  private final Socket line;
  private final BufferedReader answers;
  private final byte[] body;

  private HalfUpload(Socket line, BufferedReader answers, byte[] body) {
    this.line = line;
    this.answers = answers;
    this.body = body;
  }

  /** Returns when the server has asked for the body, and half of it is on its way. */
  public static HalfUpload begin(Campus campus, Person person, Form form) {
    try {
      Socket line = new Socket(InetAddress.getLoopbackAddress(), campus.port());
      line.setSoTimeout((int) Patience.LONGEST.multipliedBy(2).toMillis());
      byte[] body = form.bytes();
      line.getOutputStream().write(head(person, form, body).getBytes(StandardCharsets.UTF_8));
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
      HalfUpload upload = new HalfUpload(line, answers, body);
      assertTrue(upload.status().contains(" 100 "), "The server wants no body");
      answers.readLine();
      line.getOutputStream().write(body, 0, body.length / 2);
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(Person person, Form form, byte[] body) {
    return """
        POST /v1/messages/upload HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        Expect: 100-continue\r
        \r
        """
        .formatted(person.token(), form.contentType(), body.length);
  }

  private String status() throws IOException {
    return String.valueOf(answers.readLine());
  }

  /** Sends the rest, and returns the status of the answer. */
  public int finish() {
    try {
      line.getOutputStream().write(body, body.length / 2, body.length - body.length / 2);
      return Integer.parseInt(status().split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      line.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
