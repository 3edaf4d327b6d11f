package io.traject.workers.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A job handler that reaches the outside world: an application leaves it to the workers that run beside it, if told to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "traject.workers.deliveries", havingValue = "embedded", matchIfMissing = true)
public @interface Delivery {}
