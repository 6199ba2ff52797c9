/**
 * Requests with their outcome, and files that are uploaded and compared.
 *
 * <p>Owns: which failure leaves the outcome of a request unknown. Threads: calls block; uploads may
 * be shared. May use: history, the client.
 */
package com.mockhu.dm.chaos.client.rest;
