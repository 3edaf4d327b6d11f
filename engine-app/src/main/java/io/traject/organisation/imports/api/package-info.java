/** REST of imports. */
@NullMarked
package io.traject.organisation.imports.api;

import org.jspecify.annotations.NullMarked;
