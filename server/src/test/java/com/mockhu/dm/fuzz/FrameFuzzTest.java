package com.mockhu.dm.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mockhu.dm.support.http.FrameDocument;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.raw.RawSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whatever comes in gets an {@code error}, a normal answer or a close with a listed code, and the
 * server is as before. {@code -Dfuzz.frames=100000} is the long form; a failure names its seed.
 */
class FrameFuzzTest {
  private static final int FRAMES = Integer.getInteger("fuzz.frames", 5_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);

  /** Few enough that all replies fit into the buffers of the connection. */
  private static final int ON_ONE_SOCKET = 90;

  private int told;

  @Test
  void nothing_that_comes_in_harms_the_server() {
    ListAppender<ILoggingEvent> log = listen();
    try (Campus campus = Campus.start(Map.of())) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      String conversation = alice.sends("hi").to(bob).conversation();
      FrameMaker maker = new FrameMaker(new Random(SEED), conversation, bob.id());
      for (int sent = 0; sent < FRAMES; sent += ON_ONE_SOCKET) {
        talk(alice, maker);
      }
      alice.connects().fence();
      assertEquals("still here", alice.sends("still here").to(bob).content());
      assertEquals(200, campus.http().get("/health", null).status());
    } finally {
      ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
    }
    assertTrue(told > FRAMES / 2, told + " answers came at all, with seed " + SEED);
    assertEquals(List.of(), errors(log), () -> "with seed " + SEED);
  }

  /** Sends until the server closes, or a goodbye; then looks at all that was told. */
  private void talk(Person alice, FrameMaker maker) {
    try (RawSocket line = RawSocket.of(alice)) {
      for (int i = 0; i < ON_ONE_SOCKET; i++) {
        maker.next(line);
      }
      // The reply to this follows the replies to all frames before it.
      line.says("{\"type\":\"ping\",\"ref\":\"the fence\"}").awaits("the fence");
      maker.last(line);
      line.whole(RawSocket.CONTINUATION, new byte[0]);
      line.whole(RawSocket.CLOSE, new byte[] {3, (byte) 0xe8});
      // Half a frame would make the line wait for the other half.
      line.ends();
      check(line.closeCode());
      line.texts().forEach(this::check);
    }
  }

  private void check(int code) {
    // 1006: our reset overtook the close frame, because more was still being sent.
    Set<String> listed = FrameDocument.closeCodes();
    boolean isKnown = code == RawSocket.BROKEN || listed.contains(Integer.toString(code));
    assertTrue(isKnown, () -> "closed with " + code + ", with seed " + SEED);
  }

  private void check(String text) {
    told++;
    String type = Json.string(Json.tree(text), "type");
    assertTrue(FrameDocument.sent().contains(type), () -> "told " + text + ", with seed " + SEED);
    assertTrue(!text.contains("internal_error"), () -> text + ", with seed " + SEED);
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
    return log;
  }

  private static List<String> errors(ListAppender<ILoggingEvent> log) {
    return new ArrayList<>(log.list)
        .stream()
            .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
            .map(ILoggingEvent::getFormattedMessage)
            .toList();
  }
}
