package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.World;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A way to break things.
 *
 * @param missing what this machine lacks for it
 * @param needsSmallDisks whether the world must have been made with disks that can be filled
 */
public record Nemesis(
    String name,
    Supplier<Optional<String>> missing,
    boolean needsSmallDisks,
    Function<World, Fault> on) {

  static Nemesis of(String name, Function<World, Fault> on) {
    return new Nemesis(name, Optional::empty, false, on);
  }
}
