/**
 * Owns: the settings of the whole server, read from the environment once, and the warnings about
 * settings that are risky.
 *
 * <p>Invariant: an unknown or invalid setting ends the start with a sentence that names it.
 *
 * <p>May use: the settings records of all features.
 */
package com.mockhu.dm.app.settings;
