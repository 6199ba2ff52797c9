/**
 * Owns: files: the feature's settings and wiring. The parts are in sub-packages: {@code intake}
 * receives uploads, {@code check}, {@code image} and {@code scan} decide what may come in, {@code
 * inspect} runs these checks in separate processes, {@code upload} holds the rows, {@code storage}
 * the bytes, {@code serve} answers downloads, {@code upkeep} removes and moves files.
 *
 * <p>Invariants: a file has a row before it has bytes in the storage, so that no file is forgotten
 * there; it belongs to its uploader until it is sent, and to a conversation from then on; a file
 * that a message refers to is never removed.
 *
 * <p>Threads: virtual ones; files are decoded in separate processes, so that uploads cannot slow
 * down messages.
 *
 * <p>May use: conversation, people, platform. Knows nothing of messages.
 */
package com.mockhu.dm.file;
