/** Conversations and the inbox. */
package com.mockhu.dm.scenario.conversation;
