/** A server in memory with selectable flaws that the checker must find. */
package com.mockhu.dm.chaos.standin;
