/** A real SMTP server that keeps every mail instead of delivering it, for installations without a mail server. */
@NullMarked
package io.traject.platform.mailcatcher;

import org.jspecify.annotations.NullMarked;
