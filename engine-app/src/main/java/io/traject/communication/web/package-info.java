/** Pages for templates, and for what the file of a case holds. */
@NullMarked
package io.traject.communication.web;

import org.jspecify.annotations.NullMarked;
