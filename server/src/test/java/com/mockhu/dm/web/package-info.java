/** Tests of the web client: as files, and in a real browser. */
package com.mockhu.dm.web;
