/**
 * The scenario that uploads and downloads files.
 *
 * <p>Owns: the sample files. May use: run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.file;
