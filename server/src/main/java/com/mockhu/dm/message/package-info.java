/**
 * Owns: messages, through its parts: {@code access} (what is stored, and who may see it), {@code
 * content}, {@code send}, {@code read}, {@code delete}, {@code history}, {@code event}. Here they
 * are put together.
 *
 * <p>Invariants: dependencies between the parts go one way: {@code history} uses {@code read};
 * these, {@code send} and {@code delete} use {@code event}, {@code content} and {@code access};
 * {@code event} uses {@code access}.
 *
 * <p>May use: file, conversation, privacy, socket, feed, people, platform.
 */
package com.mockhu.dm.message;
