/** How much the database reads for a page, whatever lies behind it. */
package com.mockhu.dm.plan;
