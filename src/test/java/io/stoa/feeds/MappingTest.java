package io.stoa.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final Lookups RATES = (name, key) ->
            Map.of("rate|1/1/2016 CAD", "1.3889", "price|7", "12.99").get(name + "|" + key);

    @Test
    void aPlainTextIsAColumnAndAConstantIsAValue() {
        assertThat(value("Name", "name: Name")).isEqualTo("Ann");
        assertThat(value("x", "name: {value: x}")).isEqualTo("x");
    }

    @Test
    void replacementsPatternsAndMapsApplyInThatOrder() {
        assertThat(value("Women's Shirt (Green)", """
                name: {from: Name, replace: {' \\(.*': '', ' ([^ ]+)$': '/$1s'}, map: {"Women's/Shirts": Ladies}}
                """)).isEqualTo("Ladies");
        assertThat(value("14075.0", "name: {from: Name, pattern: '(\\d+)\\.0'}"))
                .isEqualTo("14075");
        assertThatThrownBy(() -> value("x14", "name: {from: Name, pattern: '\\d+'}"))
                .isInstanceOf(BadRow.class)
                .hasMessageStartingWith("name: 'x14'");
        assertThat(value("7", "name: {from: Name, map: {'0': WEB, '*': TILL}}")).isEqualTo("TILL");
    }

    @Test
    void partsOfJsonBecomeValuesAndArraysLists() {
        var json = "{\"brand\":\"GROK\",\"sizes\":[0,\"2 Yr\"]}";
        assertThat(value(json, "name: {from: Name, json: /brand}")).isEqualTo("GROK");
        assertThat(value(json, "name: {from: Name, json: /sizes}")).isEqualTo("0, 2 Yr");
        assertThat(value(json, "name: {from: Name, json: /nothing, otherwise: none}"))
                .isEqualTo("none");
        assertThatThrownBy(() -> value("{", "name: {from: Name, json: /brand}")).isInstanceOf(BadRow.class);
    }

    @Test
    void aLookedUpPriceTimesALookedUpRateIsRoundedHalfUp() {
        assertThat(value("7", """
                name: {from: Name, lookup: price, times: {text: '1/1/2016 CAD', lookup: rate}, decimals: 2}
                """)).isEqualTo("18.04");
        assertThatThrownBy(() -> value("8", "name: {from: Name, lookup: price}"))
                .hasMessageContaining("no price is known for '8'");
        assertThat(reading("name: {from: Name, lookup: {name: price, optional: true}}")
                        .values(row("8"), RATES)
                        .texts())
                .isEmpty();
    }

    @Test
    void rowsAreRefusedWithTheReasonOfTheMapping() {
        var reading = Mapping.parse("""
                source: test
                feeds:
                - as: lookup
                  file: a.csv
                  fields: {name: Name}
                  skip: [{when: {Name: 'other.*'}, because: not ours}]
                  reject: [{when: {Name: 'POST|DOT'}, because: a fee}]
                """, "test").feeds().getFirst().reading();
        assertThatThrownBy(() -> reading.values(row("POST"), RATES)).hasMessage("a fee");
        assertThat(reading.values(row("POSTER"), RATES).text("name")).isEqualTo("POSTER");
        assertThat(reading.skips(row("other thing"))).isTrue();
        assertThat(reading.columns()).containsExactly("Name");
    }

    @Test
    void aMisspeltOptionIsRefusedAndNotIgnored() {
        assertThatThrownBy(() -> reading("name: {from: Name, patern: x}"))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("patern");
        assertThatThrownBy(() -> Mapping.parse("a: [", "test")).isInstanceOf(FeedProblem.class);
        assertThatThrownBy(() -> Mapping.parse("", "test")).isInstanceOf(FeedProblem.class);
        assertThatThrownBy(() -> Mapping.parse("!!java.net.URL ['http://x']", "test"))
                .isInstanceOf(FeedProblem.class);
    }

    @Test
    void aFileIsMeantByItsNameAnywherePackedOrNot() {
        var feed = Mapping.parse("{source: t, feeds: [{as: lookup, file: 'retail-*.csv'}]}", "t")
                .feeds()
                .getFirst();
        assertThat(List.of("retail-2010.csv", "in/retail-x.csv.gz", "Retail-1.CSV"))
                .allMatch(feed::accepts);
        assertThat(List.of("retail.csv", "retail-1.csvx", "my-retail-1.csv")).noneMatch(feed::accepts);
    }

    private static String value(String field, String fields) {
        return reading(fields)
                .values(row(field.equals("Name") ? "Ann" : field), RATES)
                .text("name");
    }

    private static Feed.Reading reading(String fields) {
        return Mapping.parse(
                        "source: t\nfeeds:\n- as: lookup\n  file: a.csv\n  fields:\n    " + fields.strip() + "\n", "t")
                .feeds()
                .getFirst()
                .reading();
    }

    private static Row row(String name) {
        return new Row("a.csv", 2, Map.of("Name", 0), List.of(name));
    }
}
