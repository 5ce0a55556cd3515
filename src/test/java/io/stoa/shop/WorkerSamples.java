package io.stoa.shop;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A worker that does nothing, for pages that are looked at without a shop behind them. */
@RestController
@Profile("samples")
class WorkerSamples {

    @GetMapping(value = "/shop/worker.js", produces = "text/javascript")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok().header("Service-Worker-Allowed", "/shop").body("// Nothing is kept here.\n");
    }
}
