/** The pages on which questionnaires are made and filled in. */
@NullMarked
package io.traject.questionnaires.web;

import org.jspecify.annotations.NullMarked;
