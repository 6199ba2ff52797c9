package com.mockhu.dm.feed.replay;

/**
 * A named part of the answer of {@code GET /v1/sync}, declared and registered by the feature that
 * fills it. An answer has every registered section, with content or without.
 */
public sealed interface SyncSection {
  /** As clients see it. */
  String name();

  /** The present states of things by their ids; of two states of one thing the later counts. */
  record States(String name) implements SyncSection {}

  /** All entries, in the order of their events. */
  record Entries(String name) implements SyncSection {}

  /** One state; null where nothing changed. */
  record Single(String name) implements SyncSection {}
}
