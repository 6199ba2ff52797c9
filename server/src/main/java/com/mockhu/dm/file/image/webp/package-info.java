/**
 * Owns: the WebP container (RFC 9649): reading its chunks and frames, and writing them.
 *
 * <p>Invariant: frames are counted before any is decoded. Threads: any.
 *
 * <p>May use: file.image.pixel, file.type, platform.
 */
package com.mockhu.dm.file.image.webp;
