package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void everyUsualWayToWriteAnAddressMeansTheSame() {
        var plain = DatabaseAddress.parse("postgres://anna:a%40b+c@db.example:5433/shop?sslmode=require");
        var jdbc = DatabaseAddress.parse(
                "jdbc:postgresql://db.example:5433/shop?user=anna&password=a%40b+c&sslmode=require");
        assertThat(plain).isEqualTo(jdbc);
        assertThat(plain.password()).isEqualTo("a@b+c");
        assertThat(plain.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/shop");
        assertThat(plain.properties()).containsEntry("sslmode", "require");
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(DatabaseAddress.parse("postgres://anna:secret@localhost/shop"))
                .hasToString("anna@localhost:5432/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://localhost/shop", "postgres://", "localhost:5432", "postgres://a b/c"})
    void whatIsNoAddressIsRefusedWithAnExample(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("postgres://user:password@host:5432/database");
    }
}
