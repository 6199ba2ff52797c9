package com.mockhu.dm.people.search;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who is not to be shown to whom; answered by a feature above this one. */
public interface Visibility {
  /** Those of the people whom the viewer must not find. */
  Set<UUID> hiddenFrom(UUID viewer, Collection<UUID> people);
}
