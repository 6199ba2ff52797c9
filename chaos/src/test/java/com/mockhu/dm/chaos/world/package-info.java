/** The parts of the world, each tried against something simpler than the server. */
package com.mockhu.dm.chaos.world;
