/**
 * Owns: the shapes of the API as records. Invariants: immutable; a member that a newer server adds
 * is ignored; a list is null only where the API says null. May use: nothing but JSON nodes.
 */
package com.mockhu.dm.client.model;
