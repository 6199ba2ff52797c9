/**
 * What every test over the wire needs: a running server ({@link com.mockhu.dm.support.Campus}),
 * people who use it ({@link com.mockhu.dm.support.Person}), and the API documents that each of its
 * answers is held against.
 *
 * <p>Owns no knowledge of the product but its public protocol. Threads: a person and a socket
 * belong to one test; frames are collected on the client's own threads.
 */
package com.mockhu.dm.support;
