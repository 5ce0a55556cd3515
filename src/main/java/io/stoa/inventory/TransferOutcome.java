package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;

/** What came of sending or receiving goods. */
public sealed interface TransferOutcome {

    /** It is so; repeated means that it was so already. */
    record Done(Transfer transfer, boolean repeated) implements TransferOutcome {}

    /** Of this SKU only so many can leave: the rest is promised or not there. Nothing was sent. */
    record TooFew(Sku sku, int left) implements TransferOutcome {}

    /** There is no such location, or it holds no stock. Nothing was sent. */
    record NoSuchPlace(LocationId place) implements TransferOutcome {}

    /** The key was used for other goods or places. */
    record KeyReused() implements TransferOutcome {}

    /** What arrived was counted before, and otherwise. */
    record ReceivedAlready() implements TransferOutcome {}

    /** A count names all SKUs of the transfer, which are these, and no other. */
    record OtherGoods(List<Sku> skus) implements TransferOutcome {}

    record NoSuchTransfer() implements TransferOutcome {}
}
