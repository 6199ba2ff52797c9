/**
 * Owns: serving the web client: its page, its scripts and styles, and the policy they run under.
 *
 * <p>Invariants: everything is read once at the start and served from memory. The build put the
 * hash of a file's content into its name, and files name each other so: no page mixes files of two
 * versions, and browsers may keep them for good, over releases too. No script, style or connection
 * from elsewhere is allowed.
 *
 * <p>May use: platform. Knows nothing of messages: the client in the browser speaks the same API as
 * any other.
 */
package com.mockhu.dm.web;
