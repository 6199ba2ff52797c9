/** Bytes on a TCP connection, for requests and frames that no client library sends. */
package com.mockhu.dm.support.raw;
