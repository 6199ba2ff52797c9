/** Profiles, disabled accounts and stolen tokens. */
package com.mockhu.dm.scenario.account;
