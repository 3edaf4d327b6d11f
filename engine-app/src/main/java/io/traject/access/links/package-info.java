/** Links in mails by which a user proves that a mailbox is the own one: to choose a forgotten password, to change the address. */
@NullMarked
package io.traject.access.links;

import org.jspecify.annotations.NullMarked;
