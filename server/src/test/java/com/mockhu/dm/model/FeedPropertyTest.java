package com.mockhu.dm.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Patience;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** An old snapshot plus the changes since then equals a fresh one, by sync and by socket. */
class FeedPropertyTest {

  private static Campus campus;

  @BeforeContainer
  static void open() {
    campus = Campus.start(Map.of());
  }

  @AfterContainer
  static void close() {
    campus.close();
  }

  @Provide
  Arbitrary<List<Step>> beginnings() {
    return Story.steps(5, 30);
  }

  @Provide
  Arbitrary<List<Step>> continuations() {
    return Story.steps(1, 30);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void an_old_snapshot_and_a_sync_make_a_fresh_one(
      @ForAll("beginnings") List<Step> before, @ForAll("continuations") List<Step> after) {
    Story story = new Story(campus);
    before.forEach(story::play);
    List<Snapshot> old = story.people().stream().map(Snapshot::fresh).toList();
    after.forEach(story::play);
    for (Snapshot each : old) {
      assertSame(() -> each.catchUp().told(), () -> Snapshot.fresh(each.owner()).told());
    }
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void an_old_snapshot_and_the_frames_of_a_socket_make_a_fresh_one(
      @ForAll("beginnings") List<Step> before, @ForAll("continuations") List<Step> after) {
    Story story = new Story(campus);
    before.forEach(story::play);
    story.people().forEach(Snapshot::fresh);
    List<FrameClient> clients = story.people().stream().map(FrameClient::new).toList();
    after.forEach(story::play);
    story.people().forEach(Snapshot::fresh);
    fence(story.people(), clients);
    for (FrameClient each : clients) {
      Person person = each.snapshot().owner();
      assertSame(() -> each.snapshot().messagesTold(), () -> Snapshot.fresh(person).messagesTold());
    }
    story.people().forEach(Person::hangsUp);
  }

  /**
   * A fetch also marks messages delivered, and the events of that follow a moment later: both sides
   * become equal, but not at once.
   */
  private static void assertSame(Supplier<List<String>> kept, Supplier<List<String>> fresh) {
    AtomicReference<String> difference = new AtomicReference<>("nothing compared");
    try {
      Patience.until(
          "the kept snapshot equals a fresh one",
          () -> {
            difference.set(Snapshot.difference(fresh.get(), kept.get()));
            return difference.get().isEmpty();
          });
    } catch (AssertionError e) {
      assertEquals("", difference.get(), e.getMessage());
    }
  }

  private static void fence(List<Person> people, List<FrameClient> clients) {
    Person courier = campus.welcomes("courier");
    for (int i = 0; i < people.size(); i++) {
      String word = UUID.randomUUID().toString();
      courier.sends(word).to(people.get(i));
      Socket socket = clients.get(i).socket();
      socket.awaitsMessage(word);
    }
  }
}
