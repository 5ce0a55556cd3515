package io.stoa.office.purchasing;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.purchasing.Count;
import io.stoa.purchasing.NewReceipt;
import io.stoa.purchasing.PurchaseOrder;
import io.stoa.purchasing.PurchaseOrder.Line;
import io.stoa.purchasing.PurchaseOrderId;
import io.stoa.purchasing.PurchaseOutcome;
import io.stoa.purchasing.PurchaseOutcome.Done;
import io.stoa.purchasing.Purchasing;
import io.stoa.replay.Replay;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One purchase order, and what came of it counted in. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class PurchasePage {

    private static final String HERE = PurchasesPage.HERE + "/{id}";

    private final Purchasing purchasing;
    private final PurchaseRows rows;
    private final Ids ids;
    private final ObjectProvider<Replay> replay;

    PurchasePage(Purchasing purchasing, PurchaseRows rows, Ids ids, ObjectProvider<Replay> replay) {
        this.purchasing = purchasing;
        this.rows = rows;
        this.ids = ids;
        this.replay = replay;
    }

    @GetMapping(HERE)
    ModelAndView show(@PathVariable PurchaseOrderId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        return page(find(id), said, Map.of(), frame);
    }

    /** The form says which version of the order it showed: of two who count the same delivery the second is told. */
    @PostMapping(HERE + "/receipts")
    ModelAndView receive(@PathVariable PurchaseOrderId id, @RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var order = find(id);
        var receipt = receipt(order, typed);
        if (receipt.isEmpty()) {
            return refused(order, "incomplete", typed, frame);
        }
        if (order.takesGoods()) {
            receipt.get().goods().forEach((sku, count) -> replay.ifAvailable(running -> running.noteReceived(sku, count.good())));
        }
        return switch (purchasing.receive(id, receipt.get(), caller.touchpoint())) {
            case Done(_, boolean repeated) -> told(id, repeated ? "known" : "received");
            case PurchaseOutcome.TooMany _ -> refused(order, "over", typed, frame);
            case PurchaseOutcome.ChangedMeanwhile _, PurchaseOutcome.NotInThisState _ -> told(id, "changed");
            default -> refused(order, "incomplete", typed, frame);
        };
    }

    private static ModelAndView told(PurchaseOrderId id, String said) {
        return new ModelAndView("redirect:" + PurchasesPage.HERE + "/" + id + "?said=" + said);
    }

    private ModelAndView refused(PurchaseOrder order, String said, Map<String, String> typed, PageFrame frame) {
        var page = page(order, said, typed, frame);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(PurchaseOrder order, String said, Map<String, String> typed, PageFrame frame) {
        var before = typed.getOrDefault("key", "");
        var key = before.matches("\\d{1,18}") ? before : String.valueOf(ids.next());
        var model = new HashMap<String, Object>(Map.of("one", rows.one(order, key, frame), "typed", typed));
        model.put("said", said.matches("[a-z]{1,12}") ? said : "");
        return new ModelAndView("office/purchasing/one", model);
    }

    private PurchaseOrder find(PurchaseOrderId id) {
        return purchasing.find(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such purchase order.")));
    }

    /** Empty fields are none; empty when a field is no number, or nothing came. */
    private static Optional<NewReceipt> receipt(PurchaseOrder order, Map<String, String> typed) {
        var version = typed.getOrDefault("version", "");
        var goods = new TreeMap<Sku, Count>();
        for (var line : order.lines()) {
            var good = typed(typed, "good.", line);
            var damaged = typed(typed, "damaged.", line);
            if (!good.matches("\\d{1,5}") || !damaged.matches("\\d{1,5}")) {
                return Optional.empty();
            }
            var count = new Count(Integer.parseInt(good), Integer.parseInt(damaged));
            if (count.good() + count.damaged() > 0) {
                goods.put(line.sku(), count);
            }
        }
        return goods.isEmpty() || !version.matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of(new NewReceipt(
                        "office:" + typed.getOrDefault("key", ""),
                        new Expected.Version(Set.of(Long.valueOf(version))),
                        goods,
                        typed.containsKey("over")));
    }

    private static String typed(Map<String, String> typed, String field, Line line) {
        var text = typed.getOrDefault(field + line.sku(), "").strip();
        return text.isEmpty() ? "0" : text;
    }
}
