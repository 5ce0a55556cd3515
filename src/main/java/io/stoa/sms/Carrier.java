package io.stoa.sms;

/** Brings text messages to telephones. Answers within seconds; another company's adapter implements this. */
interface Carrier {

    Delivery hand(String to, String words);

    /** Whether it has this very message from before: taken, not now when it has not, unclear when it does not say. */
    Delivery ask(String to, String words);
}
