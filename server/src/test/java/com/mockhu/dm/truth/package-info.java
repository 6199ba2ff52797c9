/** The API documents and the tables in docs/, held against the code. */
package com.mockhu.dm.truth;
