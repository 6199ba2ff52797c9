package com.mockhu.dm.platform.contribution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The contributions of all features, in the order of the features. */
public final class Contributions {
  private final List<Contribution.Part<?>> parts;
  private final Set<Class<?>> taken = new HashSet<>();

  public Contributions(List<Contribution> all) {
    parts = all.stream().flatMap(each -> each.parts().stream()).toList();
  }

  /** Takes all parts that were added as {@code type}. */
  public <T> List<T> take(Class<T> type) {
    taken.add(type);
    return parts.stream()
        .filter(part -> part.type() == type)
        .map(part -> type.cast(part.value()))
        .toList();
  }

  /**
   * Call when every feature has taken its parts.
   *
   * @throws IllegalStateException when a part was added that nobody takes: it would do nothing
   */
  public void requireAllTaken() {
    String left =
        parts.stream()
            .map(Contribution.Part::type)
            .filter(type -> !taken.contains(type))
            .map(Class::getSimpleName)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!left.isEmpty()) {
      throw new IllegalStateException("No feature takes contributions of type " + left);
    }
  }
}
