package com.mockhu.dm.bench.abuse;

/**
 * The result of one attack.
 *
 * @param processorSeconds of the server and its children
 * @param most of their memory during the attack, in MiB
 * @param after the same some seconds later
 */
record Outcome(
    String name, OtherPeople.Noticed noticed, double processorSeconds, double most, double after) {}
