/**
 * Owns: messages, through its parts: {@code access} (what is stored, and who may see it), {@code
 * content}, {@code send}, {@code read}, {@code delete}, {@code history}, {@code event}. Here they
 * are put together.
 *
 * <p>Invariants: arrows between the parts go one way, from {@code history}, {@code send}, {@code
 * read} and {@code delete} to {@code event}, {@code content} and {@code access}.
 *
 * <p>May use: file, conversation, privacy, feed, people, platform.
 */
package com.mockhu.dm.message;
