/** Histories made by hand, each with one thing wrong. */
package com.mockhu.dm.chaos.check;
