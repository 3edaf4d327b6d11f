/** What triggers can do: each action with its settings, its checks and its work. */
@NullMarked
package io.traject.triggers.actions;

import org.jspecify.annotations.NullMarked;
