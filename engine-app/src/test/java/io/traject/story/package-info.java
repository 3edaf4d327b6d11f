/** Whole stories, from a user's first click to the last mail, with the application as a process of its own. */
@NullMarked
package io.traject.story;

import org.jspecify.annotations.NullMarked;
