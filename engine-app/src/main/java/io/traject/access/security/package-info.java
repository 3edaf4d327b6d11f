/** Who gets in: filter chains, sign-in, throttling, security headers, and the answer to "who acts, and may they?". */
@NullMarked
package io.traject.access.security;

import org.jspecify.annotations.NullMarked;
