/**
 * Owns: the rows of files (tables {@code uploads}, {@code sent_files}, {@code upload_usage}): who
 * holds a file, how many bytes a person keeps, and signed URLs.
 *
 * <p>Invariants: a file is sent at most once; its row is removed only after its bytes.
 *
 * <p>Threads: any; blocking, inside the transactions of others.
 *
 * <p>May use: file.storage, file.type, conversation, platform.
 */
package com.mockhu.dm.file.upload;
