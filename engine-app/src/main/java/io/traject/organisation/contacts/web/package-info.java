/** The pages of contact persons. */
@NullMarked
package io.traject.organisation.contacts.web;

import org.jspecify.annotations.NullMarked;
