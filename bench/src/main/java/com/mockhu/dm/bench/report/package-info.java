/**
 * The output: a table on the terminal and a JSON file with every value.
 *
 * <p>May use: run, measure.
 */
package com.mockhu.dm.bench.report;
