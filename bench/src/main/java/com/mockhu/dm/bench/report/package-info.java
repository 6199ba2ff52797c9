/**
 * The output: a table on the terminal and a JSON file with every value.
 *
 * <p>May use: scenario, measure.
 */
package com.mockhu.dm.bench.report;
