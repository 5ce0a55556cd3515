package io.stoa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stoa.shared.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command that only looks leaves nothing behind; one that breaks leaves what tells why. */
class ThrowawayTest {

    private final House house = new House(ThrowawayTest.class, Options.read(List.of("import")));
    private Path home = Path.of("none yet");

    @Test
    void whatWentWellLeavesNothing() throws Exception {
        assertThat(Throwaway.home(house, here -> filled(here, 7))).isEqualTo(7);
        assertThat(home).doesNotExist();
    }

    @Test
    void whatWasMisunderstoodLeavesNothing() {
        assertThatThrownBy(() -> Throwaway.home(house, here -> {
                    var _ = filled(here, 0);
                    throw new Command.Misuse("not like that");
                }))
                .isInstanceOf(Command.Misuse.class)
                .hasMessage("not like that");
        assertThat(home).doesNotExist();
    }

    @Test
    void whatBrokeLeavesItsLogAndIsSaidInItsOwnWords() throws IOException {
        var broken = catchThrowableOfType(Throwaway.Broken.class, () -> Throwaway.home(house, here -> {
            var _ = filled(here, 0);
            throw new IllegalStateException("no such luck");
        }));
        try {
            assertThat(home).doesNotExist();
            assertThat(broken.log()).hasContent("what happened");
            assertThat(Failure.inWords(broken.failure(), broken.log()))
                    .isEqualTo("It did not work: no such luck (more in " + broken.log() + ")");
        } finally {
            Files.deleteIfExists(broken.log());
        }
    }

    private int filled(House here, int code) throws IOException {
        home = here.options().home();
        Files.createDirectories(here.log().getParent());
        Files.writeString(here.log(), "what happened");
        Files.createDirectories(home.resolve("postgres/data"));
        return code;
    }
}
