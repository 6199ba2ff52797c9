/**
 * Owns: the stored form of images: upright, without metadata, within a size, with a thumbnail
 * (behaviour §9).
 *
 * <p>Invariants: the number of pixels is known to be within the limit before any is decoded; only
 * pixels and the timing of frames get from the uploaded file into the stored one.
 *
 * <p>Threads: any; slow and memory-hungry, so it runs in inspection processes only.
 *
 * <p>May use: file.image.webp, file.image.pixel, file.type, platform.
 */
package com.mockhu.dm.file.image;
