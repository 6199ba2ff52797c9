/** Rate limits and limits on connections. */
package com.mockhu.dm.scenario.limit;
