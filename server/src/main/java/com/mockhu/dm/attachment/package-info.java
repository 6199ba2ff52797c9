/**
 * Owns: files (table {@code uploads}, the storage folder): taking them in, keeping, serving and
 * removing them; who may read one.
 *
 * <p>Invariants: a file is in the table before it is in the storage, so none is ever forgotten
 * there; it belongs to its uploader until it is sent, and to a conversation from then on; what a
 * message refers to is never removed.
 *
 * <p>Threads: virtual ones; looking into files and pictures happens in processes of their own, so
 * that however many come, messages go on.
 *
 * <p>May use: conversation, people, platform. Knows nothing of messages.
 */
package com.mockhu.dm.attachment;
