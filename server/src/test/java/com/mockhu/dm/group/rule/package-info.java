/** Decisions on groups from facts alone. */
package com.mockhu.dm.group.rule;
