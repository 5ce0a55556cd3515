package io.stoa.payments.gateway;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/** For gateways whose books are our own: the first call with a key decides; who comes with it again is told what was decided. */
public final class Once {

    private Once() {}

    /** {@code decide} writes its decision under the key, so that a second one at the same moment breaks there. */
    public static boolean decide(BooleanSupplier decide, Supplier<Optional<Boolean>> decided) {
        try {
            return decided.get().orElseGet(decide::getAsBoolean);
        } catch (DuplicateKeyException together) {
            return decided.get().orElseThrow(() -> together);
        }
    }
}
