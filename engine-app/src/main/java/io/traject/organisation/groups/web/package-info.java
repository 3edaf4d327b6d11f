/** The pages of employer groups. */
@NullMarked
package io.traject.organisation.groups.web;

import org.jspecify.annotations.NullMarked;
