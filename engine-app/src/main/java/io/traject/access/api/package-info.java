/** The OAuth2 token endpoint. */
@NullMarked
package io.traject.access.api;

import org.jspecify.annotations.NullMarked;
