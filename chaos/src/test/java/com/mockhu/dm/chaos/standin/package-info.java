/** A server in memory with flaws that can be chosen: what the checker must not miss. */
package com.mockhu.dm.chaos.standin;
