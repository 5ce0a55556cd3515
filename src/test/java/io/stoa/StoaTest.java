package io.stoa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application on a real database, both shared by all such tests: use data of your own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Import(Retailer.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"stoa.fulfilment.uncollected-every=500ms", "stoa.push.hosts=localhost", "stoa.push.send-every=100ms"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface StoaTest {}
