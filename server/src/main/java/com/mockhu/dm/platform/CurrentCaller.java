package com.mockhu.dm.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The person whose request or frame this thread works on. What is scarce is shared out by it, so
 * that one person's load cannot use it up. Threads started by the work do not inherit it.
 */
public final class CurrentCaller {
  private static final ScopedValue<UUID> ID = ScopedValue.newInstance();

  private CurrentCaller() {}

  /** {@code id} may be null: then the work is done for no person. */
  public static <T> T call(UUID id, Supplier<T> work) {
    return id == null ? work.get() : ScopedValue.where(ID, id).call(work::get);
  }

  public static void run(UUID id, Runnable work) {
    ScopedValue.where(ID, id).run(work);
  }

  public static Optional<UUID> id() {
    return ID.isBound() ? Optional.of(ID.get()) : Optional.empty();
  }
}
