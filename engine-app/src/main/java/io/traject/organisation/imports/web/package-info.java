/** The pages of imports. */
@NullMarked
package io.traject.organisation.imports.web;

import org.jspecify.annotations.NullMarked;
