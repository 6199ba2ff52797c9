package com.mockhu.dm.model;

import static com.mockhu.dm.model.Action.BLOCK;
import static com.mockhu.dm.model.Action.DELETE_CONVERSATION;
import static com.mockhu.dm.model.Action.DELETE_FOR_EVERYONE;
import static com.mockhu.dm.model.Action.DELETE_FOR_ME;
import static com.mockhu.dm.model.Action.FETCH;
import static com.mockhu.dm.model.Action.OPEN;
import static com.mockhu.dm.model.Action.READ_ALL;
import static com.mockhu.dm.model.Action.READ_ONE;
import static com.mockhu.dm.model.Action.SEND;
import static com.mockhu.dm.model.Action.UNBLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.time.Patience;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One kind of event at a time, and the pairs that undo or overtake each other. */
class FeedTest extends SharedServerTest {

  static Stream<List<Action>> stories() {
    return Stream.of(
        List.of(SEND),
        List.of(OPEN),
        List.of(READ_ONE),
        List.of(READ_ALL),
        List.of(FETCH),
        List.of(DELETE_FOR_ME),
        List.of(DELETE_FOR_EVERYONE),
        List.of(DELETE_CONVERSATION),
        List.of(BLOCK),
        List.of(BLOCK, UNBLOCK),
        List.of(DELETE_CONVERSATION, SEND),
        List.of(DELETE_CONVERSATION, OPEN),
        List.of(DELETE_FOR_EVERYONE, DELETE_FOR_ME),
        List.of(SEND, DELETE_CONVERSATION),
        List.of(READ_ALL, DELETE_FOR_EVERYONE));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void an_old_snapshot_and_a_sync_make_a_fresh_one(List<Action> actions) {
    Story story = begun();
    List<Snapshot> old = story.people().stream().map(Snapshot::fresh).toList();
    playByBoth(story, actions);
    old.forEach(each -> assertMeets(each::catchUp, each.owner()));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void an_old_snapshot_and_the_frames_of_a_socket_make_a_fresh_one(List<Action> actions) {
    Story story = begun();
    List<FrameClient> clients = story.people().stream().map(FrameClient::new).toList();
    playByBoth(story, actions);
    for (FrameClient each : clients) {
      assertMeets(each::snapshot, each.snapshot().owner());
    }
    story.people().forEach(Person::hangsUp);
  }

  /** Two who have said a few things, and whose messages have been delivered. */
  private Story begun() {
    Story story = new Story(campus);
    for (int i = 0; i < 6; i++) {
      story.play(new Step(SEND, i % 2, i % 2 == 0 ? 1 : 2, 0));
    }
    story.people().forEach(Snapshot::fresh);
    story.people().forEach(Snapshot::fresh);
    return story;
  }

  private static void playByBoth(Story story, List<Action> actions) {
    actions.forEach(action -> story.play(new Step(action, 0, 1, 0)));
    actions.forEach(action -> story.play(new Step(action, 1, 2, 1)));
  }

  private static void assertMeets(java.util.function.Supplier<Snapshot> kept, Person person) {
    AtomicReference<String> difference = new AtomicReference<>("");
    try {
      Patience.until(
          "the kept snapshot equals a fresh one",
          () -> {
            List<String> fresh = Snapshot.fresh(person).messagesTold();
            difference.set(Snapshot.difference(fresh, kept.get().messagesTold()));
            return difference.get().isEmpty();
          });
    } catch (AssertionError e) {
      assertEquals("", difference.get(), e.getMessage());
    }
  }
}
