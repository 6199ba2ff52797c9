/** Programs that measure and photograph the web client. */
package com.mockhu.dm.web.figure;
