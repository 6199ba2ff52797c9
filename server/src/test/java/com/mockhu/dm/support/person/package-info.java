/**
 * People who use a running server, as tests write them: they sign up, send, read and connect. A
 * person and a socket belong to one test; frames arrive on the client's own threads.
 */
package com.mockhu.dm.support.person;
