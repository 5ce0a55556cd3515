package io.stoa.cli;

import io.stoa.database.Finding;
import java.util.List;

/** Prints findings in two columns and counts them. */
final class Report {

    private int fine;
    private int warnings;
    private int wrong;

    void print(String name, List<Finding> findings) {
        var label = name;
        for (var finding : findings) {
            System.out.printf("%-14s %-5s %s%n", label, mark(finding.grade()), finding.text());
            label = "";
        }
    }

    /** The closing line and the exit code: 1 when something is wrong. */
    int conclude() {
        System.out.printf("%n%d in order, %d to look at, %d wrong%n", fine, warnings, wrong);
        return wrong > 0 ? 1 : 0;
    }

    private String mark(Finding.Grade grade) {
        return switch (grade) {
            case FINE -> {
                fine++;
                yield "ok";
            }
            case WARNING -> {
                warnings++;
                yield "look";
            }
            case WRONG -> {
                wrong++;
                yield "WRONG";
            }
        };
    }
}
