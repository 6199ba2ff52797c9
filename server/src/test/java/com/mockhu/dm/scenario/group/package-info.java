/** Groups: their members, roles, messages and receipts. */
package com.mockhu.dm.scenario.group;
