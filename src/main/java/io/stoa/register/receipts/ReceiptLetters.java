package io.stoa.register.receipts;

import io.stoa.mail.Block;
import io.stoa.mail.Letter;
import io.stoa.mail.Recipient;
import io.stoa.page.Texts;
import io.stoa.register.Basket;
import io.stoa.register.Receipt;
import io.stoa.shared.PublicAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says by mail what the paper says. */
@Component
class ReceiptLetters {

    private static final String KIND = "receipt";

    private final ReceiptLinks links;
    private final PublicAddress house;

    ReceiptLetters(ReceiptLinks links, PublicAddress house) {
        this.links = links;
        this.house = house;
    }

    Letter of(Receipt receipt, Recipient to, Texts texts, String press) {
        var words = texts.get("till.receipt.mail.text", receipt.store(), receipt.when());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Words(words));
        for (int i = 0; i < receipt.parts().size(); i++) {
            boolean last = i == receipt.parts().size() - 1;
            goods(receipt, receipt.parts().get(i), last ? sums(receipt, texts) : List.of(), texts, blocks);
        }
        blocks.add(new Block.Facts(texts.get("till.receipt.mail.paid"), paid(receipt)));
        blocks.add(new Block.Facts(receipt.store(), receipt.address()));
        blocks.add(new Block.Facts(texts.get("till.receipt.mail.back"), numbers(receipt, texts)));
        blocks.add(new Block.Button(texts.get("till.receipt.mail.open"), house.of(links.to(receipt.code()))));
        var key = KIND + "-sent:" + receipt.code() + ":" + press;
        return Letter.of(key, KIND, to, texts.language(), texts.get("till.receipt.mail.subject", receipt.store()), words, blocks);
    }

    /** The sums stand below the last goods. */
    private static void goods(
            Receipt receipt, Receipt.Part part, List<Block.Sum> sums, Texts texts, List<Block> blocks) {
        if (receipt.mixed() || part.sentHome()) {
            var title = texts.get(part.sentHome() ? "till.receipt.home" : "till.receipt.along", part.order());
            blocks.add(new Block.Facts(title, part.to()));
        }
        blocks.add(new Block.Goods(
                part.rows().stream().map(row -> good(row, texts)).toList(), sums));
    }

    private static Block.Good good(Receipt.Row row, Texts texts) {
        var detail = row.quantity() > 1 ? texts.get("till.receipt.times", row.quantity(), row.unit()) : null;
        return new Block.Good(row.title(), detail, row.sum());
    }

    private static List<Block.Sum> sums(Receipt receipt, Texts texts) {
        return Stream.concat(
                        receipt.taxes().stream().map(tax -> new Block.Sum(tax.name(), tax.amount())),
                        Stream.of(new Block.Sum(texts.get("till.receipt.total"), receipt.total())))
                .toList();
    }

    private static List<String> paid(Receipt receipt) {
        return receipt.paid().stream().map(ReceiptLetters::line).toList();
    }

    private static String line(Basket.Sum sum) {
        return sum.name() + ": " + sum.amount();
    }

    private static List<String> numbers(Receipt receipt, Texts texts) {
        return receipt.parts().stream().map(part -> texts.get("till.receipt.order", part.order())).toList();
    }
}
