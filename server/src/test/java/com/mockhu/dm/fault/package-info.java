/** Servers that are killed, and databases that go away. */
package com.mockhu.dm.fault;
