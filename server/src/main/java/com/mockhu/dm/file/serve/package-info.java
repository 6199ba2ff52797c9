/**
 * Owns: downloads: who may read a file, byte ranges and caching.
 *
 * <p>Invariant: each download asks again whether the viewer may see the conversation, or carries a
 * signature that was made for a viewer who could, within the last hour.
 *
 * <p>Threads: the virtual one of the request.
 *
 * <p>May use: file.upload, file.storage, conversation, platform.
 */
package com.mockhu.dm.file.serve;
