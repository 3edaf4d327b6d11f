/** The operator's pages. */
@NullMarked
package io.traject.platform.operations.web;

import org.jspecify.annotations.NullMarked;
