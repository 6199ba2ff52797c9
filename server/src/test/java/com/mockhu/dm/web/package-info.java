/** Tests of the web client: how it is served, and what it does in a real browser. */
package com.mockhu.dm.web;
