package io.traject.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a {@link ListQuery} parameter of a controller: what the list can do. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListDefaults {

    /** The usual order: a sortable key, with a minus before it for descending. */
    String sort();

    /** The keys that a reader may sort by; the usual one is always among them. */
    String[] sortable() default {};

    /** The names of the list's filters. */
    String[] filters() default {};
}
