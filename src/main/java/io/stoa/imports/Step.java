package io.stoa.imports;

/** One part of an import that is done in batches and can be taken up where a checkpoint left it. */
interface Step {

    String label();

    /** Does the rest, beginning after so many rows. */
    void run(Run run, long rowsDone);
}
