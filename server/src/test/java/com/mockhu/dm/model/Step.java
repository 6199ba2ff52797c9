package com.mockhu.dm.model;

/**
 * One step of a story.
 *
 * @param actor who does it, 0 to 2
 * @param distance 1 or 2: how far round the table the other person sits
 * @param pick which of the messages between the two is meant, counted from the newest
 */
record Step(Action action, int actor, int distance, int pick) {
  int other() {
    return (actor + distance) % 3;
  }
}
