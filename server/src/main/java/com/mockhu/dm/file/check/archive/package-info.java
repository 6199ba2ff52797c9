/**
 * Owns: unpacking ZIP, RAR and 7z, and the compressed files in them, to find bombs.
 *
 * <p>Invariant: entries, depth, bytes and ratio are counted while bytes come out, and unpacking
 * stops at the first limit. Threads: any; blocking.
 *
 * <p>May use: file.type, platform.
 */
package com.mockhu.dm.file.check.archive;
