/** Servers that store nothing, to test the generator and to measure its own cost. */
package com.mockhu.dm.bench.stub;
