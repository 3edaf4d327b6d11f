/** The mail outbox and its delivery over SMTP. */
@NullMarked
package io.traject.workers.mail;

import org.jspecify.annotations.NullMarked;
