/** Many people at the same moment, and the invariants whatever the order. */
package com.mockhu.dm.race;
