/** The PostgreSQL cluster of a test run, and what tests do to its connections. */
package com.mockhu.dm.support.database;
