/**
 * Owns: what every feature stands on and no feature is about: HTTP plumbing, JSON, errors,
 * transactions, limits, settings, ids.
 *
 * <p>Uses nothing of the product; a word of messaging here is a mistake.
 */
package com.mockhu.dm.platform;
