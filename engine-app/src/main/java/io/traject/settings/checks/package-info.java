/** Set-up checks of what the whole installation is told. */
@NullMarked
package io.traject.settings.checks;

import org.jspecify.annotations.NullMarked;
