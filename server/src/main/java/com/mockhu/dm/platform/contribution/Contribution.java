package com.mockhu.dm.platform.contribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What one feature adds to others: routes, frames, kinds of events and so on. Each part is added as
 * a type that the feature which takes it has declared.
 */
public final class Contribution {
  private final List<Part<?>> parts = new ArrayList<>();

  record Part<T>(Class<T> type, T value) {}

  public <T> Contribution add(Class<T> type, T value) {
    parts.add(new Part<>(type, value));
    return this;
  }

  public <T> Contribution addAll(Class<T> type, Collection<? extends T> values) {
    values.forEach(value -> add(type, value));
    return this;
  }

  List<Part<?>> parts() {
    return parts;
  }
}
