/** Servers that store nothing: what the generator is tried against, and its own cost measured. */
package com.mockhu.dm.bench.stub;
