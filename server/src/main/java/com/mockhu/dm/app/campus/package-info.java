/**
 * Owns: the small campus that {@code --demo} fills an empty server with.
 *
 * <p>Invariants: it is a client like any other. People sign up and write over REST, against a
 * server of their own that listens on the loopback alone and whose clock the story moves; so
 * nothing here knows tables, and what it fills in has passed every check of the product.
 *
 * <p>Threads: one, before the real server starts.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.app.campus;
