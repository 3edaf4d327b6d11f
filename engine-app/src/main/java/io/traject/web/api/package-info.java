/** The manners of REST: problems, pages of lists, conditional requests, idempotency keys, the OpenAPI document. */
@NamedInterface("api")
@NullMarked
package io.traject.web.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
