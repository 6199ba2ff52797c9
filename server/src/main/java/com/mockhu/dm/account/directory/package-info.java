/**
 * Owns: how the directory of people is read, and the lines and the report of a bulk push (behaviour
 * §2).
 *
 * <p>Threads: blocking; virtual threads. May use: platform.
 */
package com.mockhu.dm.account.directory;
