/**
 * Owns: accounts: their rows in {@code users} and their names in {@code usernames}, a cache of
 * them, disabling and deleting them, and the listeners that other features register.
 *
 * <p>Invariants: a username belongs to one account; a deletion removes a person with all their rows
 * in one transaction; listeners with a transaction can fail it. Threads: blocking; virtual threads.
 * May use: platform.
 */
package com.mockhu.dm.people.account;
