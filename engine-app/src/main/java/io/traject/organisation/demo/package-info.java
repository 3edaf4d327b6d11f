/** The employers of the demo's provider, with the people who work there. */
@NullMarked
package io.traject.organisation.demo;

import org.jspecify.annotations.NullMarked;
