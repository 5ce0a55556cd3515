package io.stoa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link StoaTest} in the demo's shop, with its test cards and sign-ins, while its replay of past orders rests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@StoaTest
@TestPropertySource(properties = {"stoa.demo=true", "stoa.demo.replay=false"})
public @interface DemoTest {}
