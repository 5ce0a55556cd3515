package io.stoa.imports;

import io.stoa.shared.Command;
import java.util.List;

/** Refuses an import that could not begin before the whole application is started for it. */
public final class ImportWords implements Command.Words {

    @Override
    public String name() {
        return ImportCommand.NAME;
    }

    @Override
    public void check(List<String> arguments) {
        var request = ImportCommand.request(arguments);
        var _ = ImportCommand.understood(() -> Imports.mapping(request));
    }

    @Override
    public boolean onlyLooks(List<String> arguments) {
        return ImportCommand.request(arguments).dryRun();
    }
}
