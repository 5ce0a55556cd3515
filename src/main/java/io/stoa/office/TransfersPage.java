package io.stoa.office;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.inventory.NewTransfer;
import io.stoa.inventory.Transfer;
import io.stoa.inventory.TransferId;
import io.stoa.inventory.TransferOutcome;
import io.stoa.inventory.Transfers;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.PageFrame;
import io.stoa.http.Problems;
import io.stoa.replay.Replay;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Goods under way between places: send some, see them, count them in. */
@Controller
class TransfersPage {

    private static final int LISTED = 50;

    private final Transfers transfers;
    private final Catalog catalog;
    private final Locations locations;
    private final Wording wording;
    private final Ids ids;
    private final ObjectProvider<Replay> replay;

    TransfersPage(
            Transfers transfers, Catalog catalog, Locations locations, Wording wording, Ids ids, ObjectProvider<Replay> replay) {
        this.transfers = transfers;
        this.catalog = catalog;
        this.locations = locations;
        this.wording = wording;
        this.ids = ids;
        this.replay = replay;
    }

    @GetMapping("/office/transfers")
    ModelAndView list(
            @RequestParam(required = false) Transfer.@Nullable State state,
            @RequestParam(required = false) @Nullable TransferId after,
            PageFrame frame) {
        return page(state, after, TransferForm.of(Map.of()), frame);
    }

    /** The key is made with the form, so that sending it twice is one transfer. */
    @PostMapping("/office/transfers")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ModelAndView send(@RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var form = TransferForm.of(typed);
        var wish = form.wish(catalog::scan, frame.texts());
        return wish.map(goods -> sent(goods, form, caller, frame)).orElseGet(() -> refused(form, frame));
    }

    @GetMapping("/office/transfers/{id}")
    ModelAndView show(@PathVariable TransferId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var transfer = transfers.find(id).orElseThrow(TransfersPage::missing);
        var row = rows(List.of(transfer), frame).getFirst();
        return new ModelAndView("office/transfer", Map.of("transfer", row, "said", said));
    }

    /** What is not named was counted as nothing: the form names every article. */
    @PostMapping("/office/transfers/{id}/receipt")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    String receive(@PathVariable TransferId id, @RequestParam Map<String, String> typed, Caller caller) {
        var transfer = transfers.find(id).orElseThrow(TransfersPage::missing);
        var page = "redirect:/office/transfers/" + id + "?said=";
        var counted = new TreeMap<Sku, Integer>();
        for (var line : transfer.lines()) {
            var pieces = typed.getOrDefault("pieces." + line.sku(), "").strip();
            if (!pieces.matches("\\d{1,5}")) {
                return page + "incomplete";
            }
            counted.put(line.sku(), Integer.valueOf(pieces));
        }
        tellReplay(transfer, counted);
        return page + switch (transfers.receive(id, counted, caller.touchpoint())) {
            case TransferOutcome.Done(_, boolean repeated) -> repeated ? "known" : "received";
            case TransferOutcome.ReceivedAlready _ -> "counted";
            case TransferOutcome.OtherGoods _, TransferOutcome.TooFew _, TransferOutcome.KeyReused _,
                    TransferOutcome.NoSuchPlace _ -> "incomplete";
            case TransferOutcome.NoSuchTransfer _ -> throw missing();
        };
    }

    private ModelAndView sent(NewTransfer wish, TransferForm form, Caller caller, PageFrame frame) {
        return switch (transfers.send(wish, caller.touchpoint())) {
            case TransferOutcome.Done(Transfer transfer, boolean repeated) ->
                new ModelAndView("redirect:/office/transfers/" + transfer.id() + "?said=" + (repeated ? "known" : "sent"));
            case TransferOutcome.TooFew(Sku sku, int left) -> {
                form.tooFew(sku, left, catalog::scan, frame.texts());
                yield refused(form, frame);
            }
            case TransferOutcome.NoSuchPlace(LocationId place) -> {
                form.noSuchPlace(place, frame.texts());
                yield refused(form, frame);
            }
            case TransferOutcome.KeyReused _, TransferOutcome.ReceivedAlready _, TransferOutcome.OtherGoods _,
                    TransferOutcome.NoSuchTransfer _ -> new ModelAndView("redirect:/office/transfers");
        };
    }

    private ModelAndView refused(TransferForm form, PageFrame frame) {
        var page = page(null, null, form, frame);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Transfer.@Nullable State state, @Nullable TransferId after, TransferForm form, PageFrame frame) {
        var found = transfers.list(null, state, after, LISTED);
        var here = "/office/transfers" + (state == null ? "?" : "?state=" + state + "&");
        var states = Stream.of(null, Transfer.State.SENT, Transfer.State.RECEIVED)
                .map(one -> new Listed.Chip(
                        frame.t("office.transfers." + (one == null ? "all" : one)),
                        "/office/transfers" + (one == null ? "" : "?state=" + one),
                        one == state))
                .toList();
        var shown = new TransfersShown(
                rows(found.items(), frame),
                states,
                places(),
                form.text("key").isEmpty() ? String.valueOf(ids.next()) : form.text("key"),
                after == null ? null : here,
                found.next() == null ? null : here + "after=" + found.next());
        return new ModelAndView("office/transfers", Map.of("shown", shown, "form", form));
    }

    private List<TransfersShown.Place> places() {
        return locations.byId().values().stream()
                .filter(Location::hasStock)
                .sorted(Location.byName())
                .map(place -> new TransfersShown.Place(place.id().value(), place.name()))
                .toList();
    }

    private List<TransfersShown.Row> rows(List<Transfer> found, PageFrame frame) {
        var skus = found.stream().flatMap(one -> one.lines().stream()).map(Transfer.Line::sku).distinct().toList();
        var items = catalog.items(skus, frame.texts().language());
        return found.stream()
                .map(one -> new TransfersShown.Row(
                        one.id().toString(),
                        one.state() == Transfer.State.SENT,
                        wording.place(one.from()),
                        wording.place(one.to()),
                        one.lines().stream()
                                .map(line -> new TransfersShown.Piece(StockPage.title(line.sku(), items), line))
                                .toList(),
                        one.lines().stream().mapToInt(Transfer.Line::sent).sum(),
                        one.lines().stream().mapToInt(TransfersPage::lost).sum(),
                        frame.moment(one.sentAt(), ZoneId.systemDefault()),
                        Optional.ofNullable(one.receivedAt())
                                .map(at -> frame.moment(at, ZoneId.systemDefault()))
                                .orElse(null)))
                .toList();
    }

    private static int lost(Transfer.Line line) {
        var received = line.received();
        return received == null ? 0 : Math.max(0, line.sent() - received);
    }

    /** The replay's ledger has to know of pieces too many before they can be promised. */
    private void tellReplay(Transfer transfer, Map<Sku, Integer> counted) {
        for (var line : transfer.lines()) {
            int more = counted.getOrDefault(line.sku(), 0) - line.sent();
            if (transfer.state() == Transfer.State.SENT && more > 0) {
                replay.ifAvailable(running -> running.noteReceived(line.sku(), more));
            }
        }
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such transfer."));
    }
}
