package io.stoa.office.brand;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.brand.Brand;
import io.stoa.brand.BrandKit;
import io.stoa.brand.Logo;
import io.stoa.brand.PastKit;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.shared.Expected;
import io.stoa.shared.Image;
import io.stoa.shared.Saved;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The brand kit: seen by day and by night while it is typed, put on at every door at once, and taken back again. */
@Controller
@RequestMapping("/office/brand")
@AllowedTo({Role.MARKETER, Role.MANAGER, Role.ADMIN})
class BrandPage {

    private static final int PAST_SHOWN = 12;
    private static final String PREVIEW = ".preview";

    private final Brand brand;

    BrandPage(Brand brand) {
        this.brand = brand;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String said, PageFrame frame) {
        return page(BrandForm.of(brand.current()), said, frame);
    }

    /** What was typed so far, by day and by night; the part of the page, or the whole of it without script. */
    @GetMapping("/preview")
    ModelAndView preview(@RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") String whole, PageFrame frame) {
        var form = BrandForm.of(typed);
        return whole.isEmpty()
                ? new ModelAndView("office/brandPreview", Map.of("form", form))
                : page(form, "preview", frame);
    }

    @GetMapping("/preview.css")
    ResponseEntity<String> styles(@RequestParam Map<String, String> typed) {
        var all = new HashMap<>(typed);
        all.put("colour", "#" + typed.getOrDefault("colour", ""));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(Brand.styles(BrandForm.of(all).look(null, BrandKit.OWN), PREVIEW));
    }

    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "picture", required = false) @Nullable MultipartFile picture,
            Caller caller,
            PageFrame frame)
            throws IOException {
        var read = BrandForm.of(typed);
        var logo = logo(read, picture, frame);
        var form = read.wearing(logo);
        var kit = form.kit(logo, brand.current().value(), frame.texts());
        return kit.map(fine -> saved(fine, form, caller, frame)).orElseGet(() -> refused(form, "", frame));
    }

    /** Any kit that was worn before can be put on again; it becomes the newest. */
    @PostMapping("/{version}/again")
    String again(@PathVariable long version, Caller caller) {
        var kit = brand.version(version).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such brand.")));
        var saved = brand.save(kit, new Expected.Something(), caller.touchpoint());
        return "redirect:/office/brand?said=" + (saved instanceof Saved.Done ? "again" : "stale");
    }

    private ModelAndView saved(BrandKit kit, BrandForm form, Caller caller, PageFrame frame) {
        var expected = new Expected.Version(Set.of(form.version()));
        return switch (brand.save(kit, expected, caller.touchpoint())) {
            case Saved.Done done -> new ModelAndView("redirect:/office/brand?said=saved");
            case Saved.Stale stale -> refused(newer(form), "stale", frame);
        };
    }

    /** What was typed, over what is there now: saving once more is meant. */
    private BrandForm newer(BrandForm form) {
        var typed = new HashMap<>(form.typed());
        typed.put("version", String.valueOf(brand.current().version()));
        return BrandForm.of(typed);
    }

    /** The picture that was brought, else the one that was there, unless it is to go. */
    private @Nullable String logo(BrandForm form, @Nullable MultipartFile picture, PageFrame frame) throws IOException {
        var there = form.text("logo");
        var kept = there.isEmpty() || form.typed().containsKey("without") || brand.logo(there).isEmpty() ? null : there;
        if (picture != null && !picture.isEmpty()) {
            try {
                return brand.keep(Logo.of(picture.getBytes()));
            } catch (Image.Unfit unfit) {
                form.wrong("picture", frame.t("office.brand.error.picture." + unfit.what(), Logo.BYTES_MAX / 1024));
            }
        }
        return kept;
    }

    private ModelAndView refused(BrandForm form, String said, PageFrame frame) {
        var page = page(form, said, frame);
        page.setStatus(said.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(BrandForm form, String said, PageFrame frame) {
        return new ModelAndView("office/brand", Map.of("form", form, "said", said, "past", past(frame)));
    }

    /** Newest first without the one of now; at the end what Stoa comes with. */
    private List<WornBefore> past(PageFrame frame) {
        var now = brand.current();
        var before = brand.past(PAST_SHOWN).stream().filter(kit -> kit.version() < now.version());
        var shown = before.map(kit -> before(kit, frame)).toList();
        var own = now.version() == 0 || shown.size() >= PAST_SHOWN - 1
                ? Optional.<WornBefore>empty()
                : Optional.of(new WornBefore(0, BrandKit.OWN.name(), "", frame.t("office.brand.own")));
        return Stream.concat(shown.stream(), own.stream()).toList();
    }

    private static WornBefore before(PastKit kit, PageFrame frame) {
        return new WornBefore(kit.version(), kit.kit().name(), who(kit.actor()), frame.moment(kit.at(), ZoneId.systemDefault()));
    }

    private static String who(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }
}
