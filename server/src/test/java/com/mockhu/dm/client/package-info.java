/** The Java client, as a program of a stranger uses it. */
package com.mockhu.dm.client;
