/** Roles, permissions and lists of members. */
package com.mockhu.dm.conversation.member;
