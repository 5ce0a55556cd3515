package io.stoa.fulfilment;

/** The reason that a shipment gives to its order, by which the news of what follows is known as this module's own. */
final class Cause {

    private static final String OWN = "shipment ";

    private Cause() {}

    static String of(ShipmentId shipment, String what) {
        return OWN + shipment + " " + what;
    }

    static boolean isOwn(String reason) {
        return reason.matches(OWN + "[0-9]+ .*");
    }
}
