/**
 * Owns: profiles and settings as their owners change them, profiles as others see them, and
 * follows.
 *
 * <p>Threads: blocking; virtual threads. May use: people.account, people.name, people.search,
 * people.write, platform.
 */
package com.mockhu.dm.people.profile;
