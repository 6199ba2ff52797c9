/**
 * Owns: the JSON dialect, in and out.
 *
 * <p>Invariants: duplicate keys, trailing text and deep nesting are refused; unknown fields are
 * ignored; no number or boolean is ever taken for text.
 */
package com.mockhu.dm.platform.json;
