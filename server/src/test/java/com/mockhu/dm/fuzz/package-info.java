/** Owns: tests that send what nobody would think of. */
package com.mockhu.dm.fuzz;
