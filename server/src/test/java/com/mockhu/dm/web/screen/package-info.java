/**
 * The other screens of the web client, and what holds for all of them: layout, keyboard,
 * accessibility.
 */
package com.mockhu.dm.web.screen;
