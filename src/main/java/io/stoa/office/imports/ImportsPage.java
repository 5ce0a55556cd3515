package io.stoa.office.imports;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.edits.Edits;
import io.stoa.edits.Sheet;
import io.stoa.page.PageFrame;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A file of articles, or cells pasted from a spreadsheet: it leads to a page with what they would change. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class ImportsPage {

    static final String HERE = "/office/imports";

    /** Unpacked; a request itself holds a megabyte. */
    private static final int BYTES_MAX = 32_000_000;

    private static final int NAME_MAX = 100;

    private final Edits edits;
    private final Pricing pricing;

    ImportsPage(Edits edits, Pricing pricing) {
        this.edits = edits;
        this.pricing = pricing;
    }

    @GetMapping(HERE)
    ModelAndView form() {
        return page(null, "", "");
    }

    @PostMapping(HERE)
    ModelAndView look(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "en") String language,
            Caller caller,
            PageFrame frame)
            throws IOException {
        var chosen = file == null || file.isEmpty() ? null : file;
        try {
            var sheet = Sheet.read(chosen == null ? pasted.getBytes(StandardCharsets.UTF_8) : bytes(chosen));
            var prices = pricing.lists().stream().map(PriceList::id).filter(id -> id.value().equals(list)).findFirst();
            if (sheet.columns().contains(Sheet.Column.PRICE) && prices.isEmpty()) {
                return page("list", pasted, list);
            }
            var name = chosen == null ? frame.t("imports.pasted") : name(chosen);
            var id = edits.wish(name, sheet, prices.orElse(null), language.equals("de") ? "de" : "en", caller.touchpoint());
            return new ModelAndView("redirect:/office/articles/changes/" + id);
        } catch (Sheet.Unreadable unreadable) {
            return page(unreadable.why(), pasted, list);
        }
    }

    static byte[] bytes(MultipartFile file) throws IOException {
        var sent = file.getBytes();
        if (!name(file).toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return sent;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return unpacked.readNBytes(BYTES_MAX);
        } catch (ZipException broken) {
            return new byte[0];
        }
    }

    static String name(MultipartFile file) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(NAME_MAX, last.length()));
    }

    private ModelAndView page(@Nullable String wrong, String pasted, String list) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("lists", pricing.lists().stream().map(PriceList::id).map(PriceListId::value).sorted().toList());
        model.put("wrong", wrong);
        model.put("pasted", pasted);
        model.put("list", list);
        var page = new ModelAndView("office/imports/form", model);
        if (wrong != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
