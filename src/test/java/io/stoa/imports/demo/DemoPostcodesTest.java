package io.stoa.imports.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@StoaTest
class DemoPostcodesTest {

    private static final double NEAR = 60;

    @Autowired
    private DemoPostcodes postcodes;

    @Autowired
    private Locations locations;

    /** Manhattan and Berlin's middle by their own row; Boston, far from every store, by the first three digits. */
    @ParameterizedTest
    @CsvSource({"US, 10025, 40.798, -73.968", "DE, 10117, 52.517, 13.388", "US, 02116, 42.35, -71.08", "GB, EC2M 2RB, 51.52, -0.09"})
    void aPostcodeIsFoundWhereItLies(String country, String postcode, double latitude, double longitude) {
        postcodes.load();
        var found = locations.around(country, postcode).orElseThrow();
        assertThat(found.kilometresTo(new Coordinates(latitude, longitude))).isLessThan(NEAR);
    }

    @Test
    void anInventedPostcodeIsNowhere() {
        postcodes.load();
        assertThat(locations.around("US", "00000")).isEmpty();
        assertThat(locations.around("GB", "Q")).isEmpty();
    }
}
