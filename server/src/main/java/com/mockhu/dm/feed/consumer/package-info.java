/**
 * Owns: reading the committed events of all accounts, for features that act on them later (table
 * {@code consumers}). ADR 15 has the reasons.
 *
 * <p>Invariants: an event is read only when every transaction that began before its own has ended,
 * so none that commits late is skipped. A consumer gets an account's events in the order of their
 * numbers. Its changes to the database commit together with its position: each event has its effect
 * there once, and an effect elsewhere at least once.
 *
 * <p>Threads: one for each consumer, which works at the server that holds the consumer's lease.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.feed.consumer;
