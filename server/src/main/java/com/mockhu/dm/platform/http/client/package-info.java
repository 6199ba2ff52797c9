/**
 * Owns: whose request it is on the network: the client's address behind proxies that the settings
 * trust.
 *
 * <p>Invariant: nothing that a peer says about its address counts unless that peer is trusted.
 */
package com.mockhu.dm.platform.http.client;
