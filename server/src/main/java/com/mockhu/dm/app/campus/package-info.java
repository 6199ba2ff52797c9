/**
 * The small campus that {@code bin/serve --demo} fills an empty server with.
 *
 * <p>It is a client like any other: people sign up and write over REST, against a server of their
 * own that listens on the loopback alone and whose clock the story moves. So nothing here knows
 * tables, and what it fills in has passed every check of the product.
 *
 * <p>One thread, before the real server starts.
 */
package com.mockhu.dm.app.campus;
