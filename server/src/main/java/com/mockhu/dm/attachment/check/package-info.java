/**
 * Owns: what a file is and whether it may come in: names, kinds, and the look inside documents and
 * archives (behaviour §9).
 *
 * <p>Invariants: nothing is believed that the uploader says; what is unpacked is counted while it
 * is unpacked, and never kept.
 *
 * <p>Threads: any; blocking and at times slow, so the caller bounds how many run.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.attachment.check;
