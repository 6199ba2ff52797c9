/** The files of the web client as they are served. */
package com.mockhu.dm.web.served;
