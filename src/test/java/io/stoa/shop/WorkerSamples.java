package io.stoa.shop;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A worker that does nothing, for pages that are looked at without a shop behind them. */
@RestController
@Profile("samples")
class WorkerSamples {

    @GetMapping(value = "/shop/worker.js", produces = "text/javascript")
    String worker() {
        return "// Nothing is kept here.\n";
    }
}
