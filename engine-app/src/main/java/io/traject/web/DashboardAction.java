package io.traject.web;

import java.util.function.BooleanSupplier;

/**
 * A button on the dashboard that starts something. The first visible one is the primary action.
 *
 * @param messageKey of its label
 * @param path of the page where it starts
 * @param icon id in {@code static/images/icons.svg}
 * @param order among all actions
 * @param visible asked in each request, mostly {@code () -> authorization.may(...)}
 */
public record DashboardAction(String messageKey, String path, String icon, int order, BooleanSupplier visible) {}
