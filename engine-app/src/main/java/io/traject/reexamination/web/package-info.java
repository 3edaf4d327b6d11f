/** The pages of re-examination: the stepper from spreadsheet to dispatch, and the batch overview. */
@NullMarked
package io.traject.reexamination.web;

import org.jspecify.annotations.NullMarked;
