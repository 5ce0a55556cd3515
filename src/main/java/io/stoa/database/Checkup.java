package io.stoa.database;

import java.util.List;

/**
 * Something about the data that can be proved at any time, such as counters against movements. A module makes it a bean;
 * {@code stoa doctor} runs it, and {@code stoa restore} does after a restore. It says how much it compared, so that a
 * check that looked at nothing does not pass for a good one, and it changes nothing.
 */
public interface Checkup {

    /** What is checked, in a word or two, for the left column. */
    String name();

    /** What was found; an empty list counts as something wrong, for then nothing was checked. */
    List<Finding> run();
}
