/** Contact persons over REST. */
@NullMarked
package io.traject.organisation.contacts.api;

import org.jspecify.annotations.NullMarked;
