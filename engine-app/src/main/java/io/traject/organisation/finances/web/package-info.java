/** The pages of financial data. */
@NullMarked
package io.traject.organisation.finances.web;

import org.jspecify.annotations.NullMarked;
