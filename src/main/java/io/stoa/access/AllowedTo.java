package io.stoa.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that a resource, or one method of it, serves. A method's own word counts more than its class's. Below
 * {@code /api/v1} a resource without it serves every member of the staff and every token, and no customer and no guest.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    Role[] value() default {};

    /** Serves customers who signed in, too. */
    boolean customers() default false;

    /** Serves everybody, guests too. */
    boolean everyone() default false;
}
