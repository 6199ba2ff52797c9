/**
 * Owns: receiving uploads: the form, the limits, the checks in their order, and table {@code
 * quarantine}.
 *
 * <p>Invariants: all files of an upload are stored, or none; nothing is decoded before the virus
 * scanner has seen it, where there is one.
 *
 * <p>Threads: the virtual one of the request.
 *
 * <p>May use: the other packages of file except serve; people, platform.
 */
package com.mockhu.dm.file.intake;
