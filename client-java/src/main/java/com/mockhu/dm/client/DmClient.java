package com.mockhu.dm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A Mockhu DM server, for programs.
 *
 * <pre>{@code
 * try (DmClient server = DmClient.at(URI.create("http://127.0.0.1:8080"))) {
 *   Account maya = server.signIn("maya", "mockhu demo");
 *   maya.send(NewMessage.text("Hello!").to(jonasId));
 * }
 * }</pre>
 */
public final class DmClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final Transport transport;

  private DmClient(Transport transport) {
    this.transport = transport;
  }

  public static DmClient at(URI server) {
    return new DmClient(new Transport(server, CONNECT, ANSWER));
  }

  public static DmClient over(Transport transport) {
    return new DmClient(transport);
  }

  public Transport transport() {
    return transport;
  }

  /** Creates an account on a server with built-in sign-in. */
  public Account register(String username, String fullName, String password) {
    return signedIn(
        "/v1/auth/register",
        Map.of("username", username, "full_name", fullName, "password", password));
  }

  public Account signIn(String username, String password) {
    return signedIn("/v1/auth/login", Map.of("username", username, "password", password));
  }

  /** A person whose tokens the host application issues. */
  public Account account(TokenSource tokens) {
    return new Account(new Caller(transport, tokens));
  }

  /** The host application itself; the token's {@code scope} must contain {@code dm:admin}. */
  public Directory directory(TokenSource tokens) {
    return new Directory(new Caller(transport, tokens));
  }

  private Account signedIn(String path, Map<String, String> body) {
    JsonNode session = Caller.data(transport.send(Call.post(path).json(body), null));
    return new Account(new Caller(transport, new SignedInTokens(transport, session)));
  }

  @Override
  public void close() {
    transport.close();
  }
}
