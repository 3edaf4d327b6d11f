/** The pages of the settings. */
@NullMarked
package io.traject.settings.web;

import org.jspecify.annotations.NullMarked;
