package com.mockhu.dm.people.search;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who is hidden from whom. A feature above this one implements it. */
public interface Visibility {
  /** The subset of {@code people} whom the viewer must not find. */
  Set<UUID> hiddenFrom(UUID viewer, Collection<UUID> people);
}
