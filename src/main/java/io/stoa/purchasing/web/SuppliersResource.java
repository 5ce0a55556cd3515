package io.stoa.purchasing.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.purchasing.Supplier;
import io.stoa.purchasing.Suppliers;
import io.stoa.shared.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who sells to the house; they are made in the back office. */
@RestController
@RequestMapping("/api/v1/suppliers")
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Suppliers")
class SuppliersResource {

    private final Suppliers suppliers;

    SuppliersResource(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Operation(summary = "All suppliers by name")
    @GetMapping
    List<Supplier> list() {
        return suppliers.all().stream().map(Versioned::value).toList();
    }
}
