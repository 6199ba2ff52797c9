/**
 * Owns: people (tables {@code users}, {@code usernames}, {@code user_words}, {@code follows};
 * behaviour §2), through its parts: {@code account} (what is stored of a person, and who is told of
 * changes), {@code name} (the rules on names), {@code write}, {@code profile}, {@code search},
 * {@code directory}. Here they are put together.
 *
 * <p>Invariants: usernames are unique whatever their case; a person's rows are removed in one
 * transaction with what other features keep of them; an account in memory is at most two seconds
 * behind the database, and never behind a change that this process made.
 *
 * <p>Threads: all calls block and belong on virtual threads. May use: platform. The features above
 * tell {@code people} who is online and who is hidden from whom.
 */
package com.mockhu.dm.people;
