/** What holds for every route: syntax, errors, nulls and locales. */
package com.mockhu.dm.scenario.http;
