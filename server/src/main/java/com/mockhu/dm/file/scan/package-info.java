/**
 * Owns: talking to a virus scanner (clamd).
 *
 * <p>Invariants: a file is clean only when the scanner says so in so many words; whatever the
 * scanner does, the answer comes in the time that is set.
 *
 * <p>Threads: a virtual one for each scan, ended with it.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.file.scan;
