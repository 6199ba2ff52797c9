/** What operators see: health, metrics, logs, proxies and several servers. */
package com.mockhu.dm.scenario.operation;
