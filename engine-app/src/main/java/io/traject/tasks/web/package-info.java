/** The task list, the page of a task, and where tasks appear elsewhere. */
@NullMarked
package io.traject.tasks.web;

import org.jspecify.annotations.NullMarked;
