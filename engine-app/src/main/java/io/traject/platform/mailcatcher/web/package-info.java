/** The pages of the mail catcher. */
@NullMarked
package io.traject.platform.mailcatcher.web;

import org.jspecify.annotations.NullMarked;
