/**
 * Owns: checks of PDF files: scripts, launched programs, forms and attachments.
 *
 * <p>Invariant: a PDF that cannot be read to its end is refused. Threads: any; blocking.
 *
 * <p>May use: file.type, file.format, platform.
 */
package com.mockhu.dm.file.check.pdf;
