/**
 * Owns: the small campus that {@code --demo} puts into an empty server.
 *
 * <p>Invariants: it is a client like any other. People sign up and write over REST, against a
 * server whose clock the story moves; so nothing here knows tables, and all of its content has
 * passed every check of the product.
 *
 * <p>Threads: one. May use: the client.
 */
package com.mockhu.dm.sample;
