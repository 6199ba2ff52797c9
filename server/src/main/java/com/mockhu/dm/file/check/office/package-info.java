/**
 * Owns: checks of office files, older (OLE) and newer (ZIP): macros, passwords, programs and remote
 * content.
 *
 * <p>Invariant: parts are recognised by their content, not by their names. Threads: any; blocking.
 *
 * <p>May use: file.check.archive, file.type, file.format, platform.
 */
package com.mockhu.dm.file.check.office;
