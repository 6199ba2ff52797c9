/**
 * Owns: operations on decoded pixels: scaling, colour profiles, orientation, and the limits on
 * pixels and frames.
 *
 * <p>Invariant: pure functions of their input. Threads: any.
 *
 * <p>May use: file.type, platform.
 */
package com.mockhu.dm.file.image.pixel;
