/** Who may write to whom: settings, permissions and blocks. */
package com.mockhu.dm.scenario.privacy;
