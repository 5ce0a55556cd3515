package io.stoa.cli;

import io.stoa.imports.demo.DemoData;
import io.stoa.staff.DemoAccounts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Fills the shop of the demo before its doors are announced, and says how to get in. */
@Component
@ConditionalOnProperty(name = "stoa.demo", havingValue = "true")
class DemoShop implements ApplicationRunner, Welcome {

    private final DemoData data;
    private final DemoAccounts accounts;

    DemoShop(DemoData data, DemoAccounts accounts) {
        this.data = data;
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        data.load();
    }

    @Override
    public List<String> lines(String address) {
        var lines = new ArrayList<String>();
        lines.add("Sign in (demo only)");
        accounts.signIns().forEach(person -> lines.add(
                "  %-14s %-20s %s%s".formatted(person.login(), person.secret(), address, person.door())));
        lines.add("API tokens (demo only)");
        accounts.apiTokens().forEach(token -> lines.add("  %-14s %s".formatted(token.door(), token.secret())));
        return lines;
    }
}
