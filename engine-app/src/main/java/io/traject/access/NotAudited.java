package io.traject.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an {@link Audited} entity that tells nobody anything, such as a counter: a change of nothing else is none. Or an
 * entity whose changes are not recorded at all.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotAudited {

    /** Why not. */
    String value();
}
