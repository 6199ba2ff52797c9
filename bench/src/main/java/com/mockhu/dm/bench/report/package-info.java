/**
 * What a reader gets to see: a table on the terminal and a JSON file with every single value.
 *
 * <p>May use: scenario, measure.
 */
package com.mockhu.dm.bench.report;
