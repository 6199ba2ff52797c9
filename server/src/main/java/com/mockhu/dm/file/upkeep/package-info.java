/**
 * Owns: background jobs on files: removing those that nothing refers to, moving old ones to colder
 * storage, and removing files without a row.
 *
 * <p>Invariant: each job may run on several servers at once and be stopped anywhere.
 *
 * <p>Threads: one of its own, for it waits for disks and remote stores.
 *
 * <p>May use: file.upload, file.storage, platform.
 */
package com.mockhu.dm.file.upkeep;
