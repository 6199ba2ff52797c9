/**
 * Owns: the kinds of files that are accepted, their names and first bytes, and the reasons for
 * refusing one.
 *
 * <p>Invariant: a refusal names its reason. Threads: any.
 *
 * <p>May use: file.format, platform.
 */
package com.mockhu.dm.file.type;
