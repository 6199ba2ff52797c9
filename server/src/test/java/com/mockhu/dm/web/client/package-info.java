/** The client library in a browser: connection, tabs, offline use and embedding. */
package com.mockhu.dm.web.client;
