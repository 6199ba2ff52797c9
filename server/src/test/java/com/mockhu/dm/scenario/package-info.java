/** The rules of docs/behaviour.md, each shown by people who use a running server. */
package com.mockhu.dm.scenario;
