package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.check.Anomaly.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The inbox's numbers and previews are those of the histories (behaviour §3.6, §5.2). */
final class CounterCheck {
  private final Stream.Builder<Anomaly> found = Stream.builder();
  private final String person;
  private final PersonState state;

  private CounterCheck(String person, PersonState state) {
    this.person = person;
    this.state = state;
  }

  static Stream<Anomaly> run(Evidence evidence) {
    return evidence.people().entrySet().stream()
        .flatMap(each -> new CounterCheck(each.getKey(), each.getValue()).anomalies());
  }

  private Stream<Anomaly> anomalies() {
    PersonState.Inbox inbox = state.inbox();
    state.histories().forEach(this::conversation);
    long unread = state.histories().values().stream().mapToLong(this::unread).sum();
    long waiting = state.histories().values().stream().filter(each -> unread(each) > 0).count();
    long listed = state.histories().values().stream().filter(each -> !each.isEmpty()).count();
    count("total_unread of the inbox", unread, inbox.totalUnread());
    count("total_unread of the badge", unread, inbox.badgeUnread());
    count("unread_conversations", waiting, inbox.badgeConversations());
    count("conversations in the inbox", listed, inbox.total());
    return found.build();
  }

  private long unread(List<Stored> history) {
    return history.stream().filter(each -> each.isUnreadFor(person)).count();
  }

  private void conversation(String id, List<Stored> history) {
    Map<String, String> previews = state.inbox().lastMessages();
    count("unread_count of " + id, unread(history), state.inbox().unread().getOrDefault(id, 0));
    String last = history.isEmpty() ? null : history.getLast().id();
    compare("last_message of " + id, last, previews.get(id));
  }

  private void count(String what, long should, long is) {
    compare(what, should, is);
  }

  private void compare(String what, Object should, Object is) {
    if (!Objects.equals(should, is)) {
      String text = what + " for " + person + " is " + is + ", should be " + should;
      found.add(new Anomaly(Kind.WRONG_COUNT, text));
    }
  }
}
