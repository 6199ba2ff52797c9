/** Requests and the API documents: each response and frame is checked against them. */
package com.mockhu.dm.support.http;
