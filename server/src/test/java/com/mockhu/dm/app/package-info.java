/** Tests of how the server is started, beside its wiring. */
package com.mockhu.dm.app;
