/** Agreements between the users and who runs the installation: published in versions, accepted by every user (A9). */
@NullMarked
package io.traject.access.agreements;

import org.jspecify.annotations.NullMarked;
