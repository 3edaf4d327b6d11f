/** The pages of parameters. */
@NullMarked
package io.traject.organisation.parameters.web;

import org.jspecify.annotations.NullMarked;
