/**
 * Owns: how the operator and the host application read the directory of people (behaviour §2).
 *
 * <p>Threads: blocking; virtual threads. May use: platform.
 */
package com.mockhu.dm.account.directory;
