package io.traject.workers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** The workers with a real engine, database and mail server, started once for all tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {WorkersApplication.class, TestHandlers.class},
        webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestPlatform.class)
public @interface WorkersTest {}
