package io.stoa.office.imports;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.imports.uploads.Brought;
import io.stoa.imports.uploads.Kind;
import io.stoa.imports.uploads.Upload;
import io.stoa.imports.uploads.UploadId;
import io.stoa.imports.uploads.Uploads;
import io.stoa.page.PageFrame;
import io.stoa.pricing.Pricing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of new articles, stock and customers: brought, looked at, imported; the files before. Customers are for managers. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class UploadsPage {

    private static final String HERE = ImportsPage.HERE + "/files";
    private static final int LISTED = 20;
    private static final int FIRST_ROWS = 10;

    private final Uploads uploads;
    private final Pricing pricing;

    UploadsPage(Uploads uploads, Pricing pricing) {
        this.uploads = uploads;
        this.pricing = pricing;
    }

    @GetMapping(HERE)
    ModelAndView form(@RequestParam(defaultValue = "ARTICLES") Kind kind, PageFrame frame) {
        refuseOthers(kind, frame);
        return page(kind, "", "", "", frame);
    }

    @PostMapping(HERE)
    ModelAndView bring(
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "en") String language,
            Caller caller,
            PageFrame frame)
            throws IOException {
        refuseOthers(kind, frame);
        var chosen = file == null || file.isEmpty() ? null : file;
        var prices = pricing.lists().stream().filter(one -> one.id().value().equals(list)).findFirst().orElse(null);
        try {
            var bytes = chosen == null ? pasted.getBytes(StandardCharsets.UTF_8) : ImportsPage.bytes(chosen);
            var brought = Brought.read(kind, bytes, kind == Kind.ARTICLES ? prices : null, language.equals("de") ? "de" : "en");
            var name = chosen == null ? frame.t("imports.pasted") : ImportsPage.name(chosen);
            return new ModelAndView("redirect:" + HERE + "/" + uploads.bring(name, brought, caller.touchpoint()));
        } catch (Brought.Unreadable unreadable) {
            var why = unreadable.why().equals("list") ? frame.t("articles.wrong.list") : frame.t("imports.wrong." + unreadable.why(), unreadable.what());
            var page = page(kind, why, pasted, list, frame);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @GetMapping(HERE + "/{id}")
    ModelAndView show(@PathVariable UploadId id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var upload = find(id, frame);
        var first = upload.state() == Upload.State.PREVIEW ? uploads.first(id, upload.kind(), FIRST_ROWS) : List.<List<String>>of();
        return new ModelAndView(
                "office/imports/one", Map.of("row", row(upload, frame), "first", first, "said", said.equals("late") ? said : ""));
    }

    @GetMapping(HERE + "/{id}/rejected.csv")
    ResponseEntity<byte[]> rejected(@PathVariable UploadId id, PageFrame frame) {
        var _ = find(id, frame);
        return uploads.rejected(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                        .header("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"")
                        .body(file))
                .orElseThrow(UploadsPage::missing);
    }

    @PostMapping(HERE + "/{id}/start")
    String start(@PathVariable UploadId id, Caller caller, PageFrame frame) {
        var _ = find(id, frame);
        return back(id, uploads.start(id, caller.touchpoint()));
    }

    @PostMapping(HERE + "/{id}/discard")
    String discard(@PathVariable UploadId id, Caller caller, PageFrame frame) {
        var _ = find(id, frame);
        return back(id, uploads.discard(id, caller.touchpoint()));
    }

    private static String back(UploadId id, boolean done) {
        return "redirect:" + HERE + "/" + id + (done ? "" : "?said=late");
    }

    private ModelAndView page(Kind kind, String wrong, String pasted, String list, PageFrame frame) {
        var model = new HashMap<String, Object>();
        model.put("kind", kind);
        model.put("wrong", wrong);
        model.put("pasted", pasted);
        model.put("list", list);
        model.put("lists", pricing.lists());
        model.put("rows", uploads.list(LISTED).stream().filter(one -> may(one.kind(), frame)).map(one -> row(one, frame)).toList());
        return new ModelAndView("office/imports/files", model);
    }

    private static UploadRow row(Upload upload, PageFrame frame) {
        return new UploadRow(
                upload,
                HERE + "/" + upload.id(),
                frame.moment(upload.createdAt(), ZoneId.systemDefault()),
                upload.actor().substring(upload.actor().indexOf(':') + 1));
    }

    private Upload find(UploadId id, PageFrame frame) {
        var upload = uploads.find(id).orElseThrow(UploadsPage::missing);
        refuseOthers(upload.kind(), frame);
        return upload;
    }

    private static void refuseOthers(Kind kind, PageFrame frame) {
        if (!may(kind, frame)) {
            throw missing();
        }
    }

    private static boolean may(Kind kind, PageFrame frame) {
        return kind != Kind.CUSTOMERS || frame.may("MANAGER", "ADMIN");
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such file."));
    }
}
