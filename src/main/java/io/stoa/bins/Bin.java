package io.stoa.bins;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A spot at a place, as its label says, such as {@code A-12}: 1 to 20 characters. In order they are walked along: letters before what
 * follows them, numbers by their worth.
 */
public record Bin(@JsonValue String label) implements Comparable<Bin> {

    private static final int LABEL_MAX = 20;
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");
    private static final Pattern ZONE = Pattern.compile("[^-./ ]+?(?=[-./ ]|(?<=\\D)\\d)");

    @JsonCreator
    public Bin {
        label = label.strip();
        if (label.isEmpty() || label.length() > LABEL_MAX) {
            throw new IllegalArgumentException("A bin has 1 to 20 characters");
        }
    }

    /** The part of the place in which it lies: what comes before the first dash, dot, slash, blank or number, such as {@code A}. */
    public String zone() {
        var zone = ZONE.matcher(label);
        return zone.lookingAt() ? zone.group() : label;
    }

    @Override
    public int compareTo(Bin other) {
        var mine = PART.matcher(label).results().map(MatchResult::group).toList();
        var theirs = PART.matcher(other.label).results().map(MatchResult::group).toList();
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int order = compare(mine.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(mine.size(), theirs.size());
        return order != 0 ? order : label.compareTo(other.label);
    }

    private static int compare(String mine, String theirs) {
        boolean numbers = isNumber(mine) && isNumber(theirs);
        return numbers ? new BigInteger(mine).compareTo(new BigInteger(theirs)) : mine.compareToIgnoreCase(theirs);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    @Override
    public String toString() {
        return label;
    }
}
