/**
 * Owns: the bytes of stored files, by key.
 *
 * <p>Invariants: under a key there is the whole file or nothing, also after a crash; only the
 * server's own user can read it on disk.
 *
 * <p>Threads: any; blocking.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.file.storage;
