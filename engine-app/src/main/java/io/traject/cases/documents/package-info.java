/** Documents that came from outside: what they are, whether they are clean, and where they are kept. */
@NullMarked
package io.traject.cases.documents;

import org.jspecify.annotations.NullMarked;
