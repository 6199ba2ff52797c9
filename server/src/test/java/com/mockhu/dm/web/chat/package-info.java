/** A conversation in the web client: writing, reading, files and errors. */
package com.mockhu.dm.web.chat;
