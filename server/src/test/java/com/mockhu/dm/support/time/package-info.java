/** Waiting for a condition, and a clock that a test moves. */
package com.mockhu.dm.support.time;
