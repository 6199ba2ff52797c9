package com.mockhu.dm.chaos.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Conversations in memory; used by one event loop. */
final class StandInStore {
  private static final int LATE = 5;
  private static final long LATE_MILLIS = 120;

  record Conversation(String id, List<String> members, List<StandInMessage> messages) {}

  private final Flaw flaw;
  private final BiConsumer<Long, Runnable> later;
  private final Map<String, Conversation> conversations = new HashMap<>();
  private final Map<String, StandInMessage> byKey = new HashMap<>();
  private final Map<String, StandInFeed> feeds = new HashMap<>();
  private final List<StandInMessage> promised = new ArrayList<>();
  private int sends;

  StandInStore(Flaw flaw, BiConsumer<Long, Runnable> later) {
    this.flaw = flaw;
    this.later = later;
  }

  String open(String one, String other) {
    String id = UUID.randomUUID().toString();
    conversations.put(id, new Conversation(id, List.of(one, other), new ArrayList<>()));
    return id;
  }

  StandInFeed feed(String person) {
    return feeds.computeIfAbsent(person, id -> new StandInFeed());
  }

  Conversation conversation(String id) {
    return conversations.get(id);
  }

  List<Conversation> of(String person) {
    return conversations.values().stream().filter(c -> c.members().contains(person)).toList();
  }

  /** Empty when the sender has no business there. */
  Optional<StandInMessage> send(String sender, String id, String text, String key) {
    Conversation conversation = conversations.get(id);
    boolean isMember = conversation.members().contains(sender);
    if (!isMember && flaw != Flaw.STORES_THE_REFUSED) {
      return Optional.empty();
    }
    if (key != null && flaw != Flaw.FORGETS_KEYS && byKey.containsKey(sender + key)) {
      return Optional.of(byKey.get(sender + key));
    }
    StandInMessage message = new StandInMessage(id, sender, text, nextSeq(conversation));
    if (key != null) {
      byKey.put(sender + key, message);
    }
    store(conversation, message, ++sends);
    return isMember ? Optional.of(message) : Optional.empty();
  }

  private long nextSeq(Conversation conversation) {
    long under = promised.stream().filter(m -> m.conversation.equals(conversation.id())).count();
    int skipped = flaw == Flaw.SKIPS_A_NUMBER && conversation.messages().size() >= 5 ? 1 : 0;
    return conversation.messages().size() + under + 1 + skipped;
  }

  private void store(Conversation conversation, StandInMessage message, int number) {
    if (flaw == Flaw.ACKNOWLEDGES_BEFORE_COMMIT) {
      promised.add(message);
      later.accept(LATE_MILLIS, () -> commitPromised(conversation, message));
      return;
    }
    conversation.messages().add(message);
    swapLastTwo(conversation, number);
    tell(conversation, message, number);
  }

  private void commitPromised(Conversation conversation, StandInMessage message) {
    if (promised.remove(message)) {
      conversation.messages().add(message);
      tell(conversation, message, 0);
    }
  }

  private void swapLastTwo(Conversation conversation, int number) {
    List<StandInMessage> all = conversation.messages();
    if (flaw == Flaw.SWAPS_NEIGHBOURS && number % LATE == 0 && all.size() > 1) {
      StandInMessage last = all.removeLast();
      last.seq--;
      all.getLast().seq++;
      all.add(all.size() - 1, last);
    }
  }

  private void tell(Conversation conversation, StandInMessage message, int number) {
    boolean isLate = flaw == Flaw.NUMBERS_AT_THE_BEGINNING && number % LATE == 0;
    for (String member : conversation.members()) {
      StandInFeed feed = feed(member);
      long position = feed.begin();
      if (isLate) {
        later.accept(LATE_MILLIS, () -> feed.commit(position, message));
      } else {
        feed.commit(position, message);
      }
    }
  }

  void read(String reader, StandInMessage message) {
    if (!message.sender.equals(reader) && !message.isRead && !message.isDeleted) {
      message.isRead = true;
      tell(conversations.get(message.conversation), message, 0);
    }
  }

  void delete(StandInMessage message) {
    if (flaw != Flaw.UNDOES_DELETIONS) {
      message.isDeleted = true;
      tell(conversations.get(message.conversation), message, 0);
    }
  }

  StandInMessage message(String id) {
    return conversations.values().stream()
        .flatMap(each -> each.messages().stream())
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  long unread(Conversation conversation, String person) {
    long unread =
        conversation.messages().stream()
            .filter(m -> !m.sender.equals(person) && !m.isRead && !m.isDeleted)
            .count();
    return flaw == Flaw.MISCOUNTS_UNREAD ? unread + 1 : unread;
  }

  /** Loses everything that was not committed, as in a power failure. True when there was some. */
  boolean crash() {
    boolean hasLost = !promised.isEmpty();
    promised.clear();
    return hasLost;
  }
}
