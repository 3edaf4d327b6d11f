/** Financial data over REST. */
@NullMarked
package io.traject.organisation.finances.api;

import org.jspecify.annotations.NullMarked;
