/** The pages of the municipalities. */
@NullMarked
package io.traject.organisation.web;

import org.jspecify.annotations.NullMarked;
