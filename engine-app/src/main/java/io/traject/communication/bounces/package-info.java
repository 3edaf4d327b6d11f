/** Mails that come back: reads the mailbox to which mail servers send their notices. */
@NullMarked
package io.traject.communication.bounces;

import org.jspecify.annotations.NullMarked;
