/**
 * Owns: pictures: turning them upright, freeing them of metadata, making them fit, thumbnails
 * (behaviour §9).
 *
 * <p>Invariants: the number of pixels is known to be bearable before any is decoded; nothing of the
 * original file but its pixels, and the timing of its frames, gets into the result.
 *
 * <p>Threads: any; slow and hungry, so it runs in inspection processes alone.
 *
 * <p>May use: attachment.check, platform.
 */
package com.mockhu.dm.attachment.image;
