/** The pages on which an organisation says what it asks and shows. */
@NullMarked
package io.traject.organisation.configuration.web;

import org.jspecify.annotations.NullMarked;
