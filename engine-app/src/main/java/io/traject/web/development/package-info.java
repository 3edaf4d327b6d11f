/** The example page of all parts, in development mode only ({@code traject.development=true}). */
@NullMarked
package io.traject.web.development;

import org.jspecify.annotations.NullMarked;
