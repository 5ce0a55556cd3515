package io.stoa.register.receipts;

import io.stoa.register.Receipt;
import io.stoa.secrets.Seal;
import io.stoa.shared.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a customer finds a receipt again: whoever has the address sees what stands on the paper, and nothing of the order
 * beyond it. Nobody can guess it.
 */
@Component
public class ReceiptLinks {

    private static final String KIND = "receipt";

    private final Seal seal;
    private final PublicAddress house;

    ReceiptLinks(Seal seal, PublicAddress house) {
        this.seal = seal;
        this.house = house;
    }

    String to(String code) {
        return "/shop/receipts/" + code + "/" + seal.of(KIND, code);
    }

    boolean fits(String code, String key) {
        return seal.fits(KIND, code, key);
    }

    /** For a code on the paper: at the public address; while none is set, where this till found us. */
    public String whole(Receipt receipt, HttpServletRequest request) {
        var path = to(receipt.code());
        return house.isKnown()
                ? house.of(path)
                : ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + path;
    }
}
