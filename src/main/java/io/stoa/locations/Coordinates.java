package io.stoa.locations;

/** A point on the earth in degrees (WGS 84): latitude -90 to 90, longitude -180 to 180. */
public record Coordinates(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Coordinates {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("A latitude is -90 to 90 degrees, a longitude -180 to 180");
        }
    }

    /** Great-circle distance by the haversine formula, as the crow flies; off by at most half a percent. */
    public double kilometresTo(Coordinates other) {
        double up = Math.toRadians(other.latitude - latitude);
        double across = Math.toRadians(other.longitude - longitude);
        double angle = square(Math.sin(up / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(across / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(angle)));
    }

    private static double square(double value) {
        return value * value;
    }
}
