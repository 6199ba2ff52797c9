/**
 * Owns: which server does a background job (table {@code leases}).
 *
 * <p>Invariants: by the database's clock one server holds a job's lease at a time, for 30 seconds,
 * renewed every 10. Each holding has a number (the fencing token) that only grows; a transaction
 * that is fenced commits only while its holding is the last, so a holder that slept through its
 * lease changes nothing. Queues of independent rows need no lease: they are claimed with {@code
 * SKIP LOCKED}.
 *
 * <p>Threads: a job runs on its caller's; renewing has one of its own.
 *
 * <p>May use: platform.database.
 */
package com.mockhu.dm.platform.lease;
