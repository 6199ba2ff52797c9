package com.mockhu.dm.bench.abuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.mockhu.dm.bench.abuse.file.HostileJpeg;
import com.mockhu.dm.bench.abuse.file.HostilePng;
import com.mockhu.dm.bench.abuse.file.HostileSevenZip;
import com.mockhu.dm.bench.wire.Person;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The attacks: those within the default limits of a few people or one address, and one beyond. */
final class Attacks {
  private static final String BOUNDARY = "abuse-5f3a91";
  private static final int SPACES = 14_000;
  private static final int NAME = 6_000;

  /** Just below the limit of a JSON body. */
  private static final int BODY = 260_000;

  /** Requests of one person that the server takes in a minute. */
  private static final int READS = 600;

  private static final int UPLOAD = 10_000_000;

  /** Uploads of one person that the server takes at the same time. */
  private static final int OF_ONE = 3;

  private Attacks() {}

  static List<Attack> all() {
    return List.of(
        new Repeated("handshake", 20, 1, 1_000, Attacks::handshake),
        new Repeated("filename", 20, 2, 1_000, Attacks::filename),
        file("jpeg", 16, "scans.jpg", "image", HostileJpeg::bytes),
        file("png", 8, "comment.png", "image", HostilePng::bytes),
        file("7z", 9, "solid.7z", "file", HostileSevenZip::bytes),
        new HeldLines("silent", 600, 0, (line, target, number) -> {}),
        new HeldLines("half-header", 600, 0, (line, target, number) -> line.write(head("login"))),
        new HeldLines("half-body", 525, 0, Attacks::halfBody),
        new HeldLines("slow-body", 100, 2_000, Attacks::slowUpload),
        new Repeated("read", READS, 32, 1_000, Attacks::read));
  }

  /** Attacks that go on although requests are refused. Run only when named. */
  static List<Attack> beyondLimits() {
    return List.of(new Repeated("read-flood", 200_000, 32, 0, Attacks::read));
  }

  private static String head(String what) {
    return "POST /v1/auth/" + what + " HTTP/1.1\r\nHost: abuse\r\n";
  }

  private static void handshake(HostileLine line, Target target, int number) throws IOException {
    line.write(
        "GET /v1/ws/messages HTTP/1.1\r\nHost: abuse\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: bW9ja2h1LWRtLWJlbmNoIQ==\r\n"
            + ("Sec-WebSocket-Protocol: a" + " ".repeat(SPACES) + "b\r\n\r\n"));
  }

  private static void filename(HostileLine line, Target target, int number) throws IOException {
    String name = "a\\\"".repeat(NAME / 3) + ".txt";
    upload(line, target.attacker(number), part(name, "file"), new byte[] {'a'});
  }

  private static Attack file(
      String name, int most, String filename, String type, Supplier<byte[]> content) {
    return new FileUploads(
        name,
        content,
        bytes ->
            new Repeated(
                name,
                most,
                2 * OF_ONE,
                0,
                (line, target, number) ->
                    upload(line, target.attacker(number % 2), part(filename, type), bytes)));
  }

  private static void upload(HostileLine line, Person person, String part, byte[] content)
      throws IOException {
    byte[] head = part.getBytes(ISO_8859_1);
    byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1);
    line.write(uploadHead(person, head.length + content.length + foot.length));
    line.write(head);
    line.write(content);
    line.write(foot);
  }

  private static String uploadHead(Person person, int length) {
    return "POST /v1/messages/upload HTTP/1.1\r\nHost: abuse\r\nAuthorization: Bearer "
        + person.token()
        + "\r\nContent-Type: multipart/form-data; boundary="
        + BOUNDARY
        + ("\r\nContent-Length: " + length + "\r\n\r\n");
  }

  private static String part(String filename, String type) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
        + type
        + ("\r\n--" + BOUNDARY)
        + ("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + filename)
        + "\"\r\n\r\n";
  }

  private static void halfBody(HostileLine line, Target target, int number) throws IOException {
    line.write(
        head("login")
            + ("Content-Type: application/json\r\nContent-Length: " + BODY + "\r\n\r\n")
            + " ".repeat(BODY - 1));
  }

  private static void slowUpload(HostileLine line, Target target, int number) throws IOException {
    Person person = target.attacker(number / OF_ONE);
    line.write(uploadHead(person, UPLOAD) + part("slow.txt", "file"));
  }

  /** All by one person. */
  private static void read(HostileLine line, Target target, int number) throws IOException {
    line.write(
        "POST /v1/conversations/"
            + target.conversation(number)
            + "/read HTTP/1.1\r\nHost: abuse\r\nAuthorization: Bearer "
            + target.attacker(0).token()
            + "\r\nContent-Length: 0\r\n\r\n");
  }
}
