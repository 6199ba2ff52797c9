/** Many people at the same moment, and what must hold whoever wins. */
package com.mockhu.dm.race;
