package com.mockhu.dm.app;

import com.mockhu.dm.feed.bus.Bus;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.node.Nodes;
import com.mockhu.dm.presence.online.OnlineUsers;

/**
 * This server among those that use its database.
 *
 * @param nodes their names and signs of life
 * @param leases which of them does a background job
 */
record Node(
    Persistence persistence, Nodes nodes, Bus bus, OnlineUsers.Registry online, Leases leases) {}
