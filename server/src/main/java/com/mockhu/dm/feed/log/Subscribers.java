package com.mockhu.dm.feed.log;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The subscribers of each account at this server. */
public final class Subscribers {
  private final ConcurrentHashMap<UUID, List<Subscriber>> byUser = new ConcurrentHashMap<>();

  public void add(Subscriber subscriber) {
    byUser.merge(subscriber.userId(), List.of(subscriber), Subscribers::joined);
  }

  /** True when it was the last one of its account. */
  public boolean remove(Subscriber subscriber) {
    return byUser.computeIfPresent(subscriber.userId(), (id, all) -> without(all, subscriber))
        == null;
  }

  public List<Subscriber> of(UUID userId) {
    return byUser.getOrDefault(userId, List.of());
  }

  /** Accounts with such a subscriber at this server. */
  public Set<UUID> users(Predicate<Subscriber> which) {
    Set<UUID> users = new HashSet<>();
    byUser.forEach(
        (userId, all) -> {
          if (all.stream().anyMatch(which)) {
            users.add(userId);
          }
        });
    return users;
  }

  private static List<Subscriber> joined(List<Subscriber> some, List<Subscriber> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Subscriber> without(List<Subscriber> all, Subscriber gone) {
    List<Subscriber> rest = all.stream().filter(one -> one != gone).toList();
    return rest.isEmpty() ? null : rest;
  }
}
