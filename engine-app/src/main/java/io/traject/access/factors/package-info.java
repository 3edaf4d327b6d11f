/** The second step of signing in: one-time codes by time, and recovery codes for who has lost the authenticator. */
@NullMarked
package io.traject.access.factors;

import org.jspecify.annotations.NullMarked;
