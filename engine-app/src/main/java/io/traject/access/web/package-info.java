/** The pages: sign-in, own account, users, API accounts. */
@NullMarked
package io.traject.access.web;

import org.jspecify.annotations.NullMarked;
