/**
 * Owns: checks of documents and archives (behaviour §9): does the content match the name, and may
 * it come in?
 *
 * <p>Invariants: no statement of the uploader is trusted; unpacked bytes are counted while they are
 * unpacked, and never kept.
 *
 * <p>Threads: any; blocking and at times slow, so the caller bounds how many run.
 *
 * <p>May use: file.type, file.format, platform.
 */
package com.mockhu.dm.file.check;
