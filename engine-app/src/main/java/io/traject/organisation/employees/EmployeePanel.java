package io.traject.organisation.employees;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page of an employee. Each room contributes its own as beans.
 *
 * @param key names the panel among all of that page; also its anchor there
 * @param fragment what it shows, such as {@code cases/employee-panel :: panel}; inside, the model is the variable
 *     {@code panel}
 * @param order among all panels
 * @param model computed for the employee shown, which the reader may see; null when there is nothing to show to this reader
 */
public record EmployeePanel(
        String key, String fragment, int order, Function<Employee, ? extends @Nullable Object> model) {}
