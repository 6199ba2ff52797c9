/**
 * Owns: what a client may write: text, captions and the names of uploads, checked.
 *
 * <p>Invariants: accepted content is returned exactly as it was typed.
 *
 * <p>Threads: pure.
 *
 * <p>May use: file, platform.
 */
package com.mockhu.dm.message.content;
