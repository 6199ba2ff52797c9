/** A person in front of a browser, and the base classes of the tests that use one. */
package com.mockhu.dm.web.browser;
