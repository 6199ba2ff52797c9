package com.mockhu.dm.platform.http.connection;

import com.mockhu.dm.platform.settings.Environment;

/**
 * How long a client may keep the server waiting (behaviour, network bounds). Times are in seconds.
 *
 * @param headSeconds from the first byte of a request, or from connecting, to the end of its head;
 *     a WebSocket handshake is a head
 * @param bodySeconds for a JSON body
 * @param uploadSeconds for a body that is read as it arrives, which may be 100 MB on a slow line
 * @param graceSeconds after which {@code bytesPerSecond} is demanded of a body, and over which it
 *     is measured
 * @param bytesPerSecond least rate of a body, and of reading an answer
 * @param answerSeconds over which the rate of reading is measured; long, because the buffers of
 *     kernel and network hide progress
 * @param idleSeconds between an answer and the next request
 * @param connections most at once; 0: as many as descriptors allow
 * @param perAddress most from one network address
 * @param isLoopbackCounted whether this machine's own addresses count; a proxy runs there as a rule
 * @param answerBytes most bytes of answers that wait for slow readers, of all connections together
 */
public record NetworkBounds(
    int headSeconds,
    int bodySeconds,
    int uploadSeconds,
    int graceSeconds,
    int bytesPerSecond,
    int answerSeconds,
    int idleSeconds,
    int connections,
    int perAddress,
    boolean isLoopbackCounted,
    long answerBytes) {
  private static final String PER_ADDRESS = "DM_CONNECTIONS_PER_ADDRESS";
  private static final int DAY = 86_400;
  private static final int MILLION = 1_000_000;

  public static NetworkBounds from(Environment environment) {
    return new NetworkBounds(
        seconds(environment, "DM_HTTP_HEADER_SECONDS", 10),
        seconds(environment, "DM_HTTP_BODY_SECONDS", 60),
        seconds(environment, "DM_HTTP_UPLOAD_SECONDS", 3_600),
        seconds(environment, "DM_HTTP_RATE_SECONDS", 10),
        number(environment, "DM_HTTP_BYTES_PER_SECOND", 1_024, 0),
        seconds(environment, "DM_HTTP_READ_SECONDS", 60),
        seconds(environment, "DM_HTTP_IDLE_SECONDS", 75),
        number(environment, "DM_CONNECTIONS", 0, 0),
        number(environment, PER_ADDRESS, 1_000, 1),
        environment.text(PER_ADDRESS).isPresent(),
        environment.number("DM_MEMORY_ANSWERS_MEGABYTES", 128, 1, MILLION) << 20);
  }

  private static int seconds(Environment environment, String name, int fallback) {
    return (int) environment.number(name, fallback, 1, DAY);
  }

  private static int number(Environment environment, String name, int fallback, int least) {
    return (int) environment.number(name, fallback, least, MILLION);
  }
}
