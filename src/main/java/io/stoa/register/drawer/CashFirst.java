package io.stoa.register.drawer;

import io.stoa.access.Caller;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.Till;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether cash has to wait until the drawer of this till is open. */
@Component
public class CashFirst {

    /** Where the drawer is opened, and from where the way leads back to the cash. */
    public static final String PAGE = "redirect:/till/drawer?sell=true";

    private final Drawers drawers;
    private final boolean required;

    CashFirst(Drawers drawers, @Value("${stoa.drawer.required:true}") boolean required) {
        this.drawers = drawers;
        this.required = required;
    }

    public boolean asks(Caller caller) {
        return required && Till.of(caller.touchpoint()).flatMap(drawers::openAt).isEmpty();
    }
}
