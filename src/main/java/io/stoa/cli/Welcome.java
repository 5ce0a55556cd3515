package io.stoa.cli;

import java.util.List;

/** What a module wants said on the terminal when Stoa is ready, such as the sign-ins of the demo. A Spring bean. */
public interface Welcome {

    /**
     * Lines to print as they are, in the order of the beans.
     *
     * @param address where Stoa answers, such as {@code http://localhost:8080}
     */
    List<String> lines(String address);
}
