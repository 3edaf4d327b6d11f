/** The audit trail and the access log: writing, sealing, checking, keeping. */
@NullMarked
package io.traject.access.audit;

import org.jspecify.annotations.NullMarked;
