/**
 * Programs that tests run beside the server: a server of its own, proxies, a virus scanner, an
 * object store.
 */
package com.mockhu.dm.support.process;
