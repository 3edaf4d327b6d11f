package io.traject.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page or call, or all of a controller, that shows a personal file of the actor's organisation: once it has succeeded and
 * before anything is sent, the look is in the {@link AccessLog}. A redirect shows nothing.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LooksAt {

    FileKind value();

    FilePart part() default FilePart.FILE;

    /** The variable of the address that is the file's id. */
    String id() default "id";
}
