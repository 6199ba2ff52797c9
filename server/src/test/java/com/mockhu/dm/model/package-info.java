/** Random stories of three people, held against what must be true after any of them. */
package com.mockhu.dm.model;
