/** Who is online, who types, and when somebody was last seen. */
package com.mockhu.dm.scenario.presence;
