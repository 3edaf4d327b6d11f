/** The pages: sign-in, own account, API accounts. */
@NullMarked
package io.traject.access.web;

import org.jspecify.annotations.NullMarked;
