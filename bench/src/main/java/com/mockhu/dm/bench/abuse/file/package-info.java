/**
 * Files that are small on disk and large when decoded.
 *
 * <p>Owns: their bytes, which are created at run time. May use: nothing else of this module.
 */
package com.mockhu.dm.bench.abuse.file;
