package com.mockhu.dm.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who on this node waits for which account. */
final class Subscribers {
  private final ConcurrentHashMap<UUID, List<Subscriber>> byUser = new ConcurrentHashMap<>();

  void add(Subscriber subscriber) {
    byUser.merge(subscriber.userId(), List.of(subscriber), Subscribers::joined);
  }

  /** True when it was the last one of its account. */
  boolean remove(Subscriber subscriber) {
    return byUser.computeIfPresent(subscriber.userId(), (id, all) -> without(all, subscriber))
        == null;
  }

  List<Subscriber> of(UUID userId) {
    return byUser.getOrDefault(userId, List.of());
  }

  Set<UUID> connected() {
    Set<UUID> connected = new HashSet<>();
    byUser.forEach(
        (userId, all) -> {
          if (all.stream().anyMatch(Connection.class::isInstance)) {
            connected.add(userId);
          }
        });
    return connected;
  }

  private static List<Subscriber> joined(List<Subscriber> some, List<Subscriber> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Subscriber> without(List<Subscriber> all, Subscriber gone) {
    List<Subscriber> rest = all.stream().filter(one -> one != gone).toList();
    return rest.isEmpty() ? null : rest;
  }
}
