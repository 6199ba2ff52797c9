/**
 * Owns: requests and their outcomes, JSON, forms.
 *
 * <p>Invariants: a request is tried once; its outcome is answered, not sent, or unanswered, and
 * nothing else; no token is written anywhere but into its header. Threads: any number may use one
 * transport; calls block. May use: the JDK and Jackson.
 */
package com.mockhu.dm.client.http;
