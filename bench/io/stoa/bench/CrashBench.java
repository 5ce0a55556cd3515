package io.stoa.bench;

import io.stoa.shared.Json;

/** Many kills in a row, then the control: a shop that does not wait for the disk must be seen to lose orders. */
final class CrashBench {

    private CrashBench() {}

    static int run(BenchOptions options) throws Exception {
        System.out.printf("%d kills, seed %d%n", options.kills(), options.seed());
        var verdict = durable(options);
        var control = Control.run(options.seed());
        boolean good = verdict.wrongs().isEmpty() && verdict.compared() > 0 && !control.wrongs().isEmpty();
        verdict.wrongs().forEach(wrong -> System.out.println("WRONG " + wrong));
        System.out.printf(
                "%-5s %,d orders acknowledged, %,d refused; %,d stock rows, %,d payments, %,d charges and %,d effects compared; %d wrong%n",
                verdict.wrongs().isEmpty() ? "ok" : "WRONG",
                verdict.acknowledged(),
                verdict.refused(),
                verdict.compared(),
                verdict.payments(),
                verdict.charges(),
                verdict.effects(),
                verdict.wrongs().size());
        System.out.printf(
                "%-5s control without waiting for the disk: %,d acknowledged, caught with %s%n",
                control.wrongs().isEmpty() ? "WRONG" : "ok", control.acknowledged(), first(control));
        if (options.json()) {
            System.out.println(Json.write(verdict));
        }
        return good ? 0 : 1;
    }

    private static String first(Verdict control) {
        return control.wrongs().isEmpty() ? "nothing" : control.wrongs().getFirst();
    }

    private static Verdict durable(BenchOptions options) throws Exception {
        try (var scratch = Scratch.create("crash");
                var run = CrashRun.open(scratch.folder(), options.seed(), true)) {
            run.letIn();
            for (int kill = 1; kill <= options.kills(); kill++) {
                System.out.printf("%d of %d: %s%n", kill, options.kills(), run.kill(1).getFirst());
            }
            return run.verdict();
        }
    }
}
