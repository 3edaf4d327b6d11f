/** In which language to write to an e-mail address, who decided that, and the link by which its reader decides (A4). */
@NullMarked
package io.traject.communication.languages;

import org.jspecify.annotations.NullMarked;
