/** The rules on names, in milliseconds. */
package com.mockhu.dm.people.name;
