/** Owns: tests that send random input. */
package com.mockhu.dm.fuzz;
