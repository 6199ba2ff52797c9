/**
 * Owns: looking into files: the processes in which it happens, who gets one, and how long and how
 * large each may become (ADR 9).
 *
 * <p>Invariants: no file is decoded or unpacked in the server's own process; a place is taken until
 * the process that worked in it has answered or has ended; a process ends with its server.
 *
 * <p>Threads: any; blocking.
 *
 * <p>May use: file.check, file.image, file.storage, file.type, platform.
 */
package com.mockhu.dm.file.inspect;
