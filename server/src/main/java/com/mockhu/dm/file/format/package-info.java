/**
 * Owns: reading foreign formats: characters, encodings, XML. Says what is there; whether that may
 * come in is decided in {@code check}.
 *
 * <p>Invariants: every reader has limits of its own, and none fetches anything. Threads: any.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.file.format;
