package io.stoa.search.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.search.Search;
import io.stoa.search.Synonyms;
import io.stoa.shared.Saved;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Words that mean the same, as those who edit them send them. */
@RestController
@Tag(name = "Synonyms")
@RequestMapping("/api/v1/synonyms")
@AllowedTo({Role.MERCHANDISER, Role.MARKETER, Role.MANAGER, Role.ADMIN})
class SynonymController {

    private final Search search;

    SynonymController(Search search) {
        this.search = search;
    }

    /** Two to twenty words; each may have a few words in it. */
    record SynonymBody(List<String> words) {
        SynonymBody {
            words = new Synonyms("checked", words).words();
        }
    }

    @Operation(summary = "All groups of words that mean the same, by name")
    @GetMapping
    @Nullable
    ResponseEntity<List<Synonyms>> all(WebRequest request) {
        var all = search.synonyms();
        return Etag.of(all).answer(request, () -> all);
    }

    @Operation(summary = "One group", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{name}")
    @Nullable
    ResponseEntity<Synonyms> find(@PathVariable String name, WebRequest request) {
        var found = search.synonyms(name).orElseThrow(SynonymController::missing);
        return Etag.version(found.version()).answer(request, found::value);
    }

    @Operation(
            summary = "Adds or replaces a group: whoever looks for one of its words finds all",
            description = "Send the ETag as If-Match to replace it. Searches know it at once.")
    @PutMapping("/{name}")
    ResponseEntity<?> put(
            @PathVariable String name,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody SynonymBody body,
            Caller caller) {
        if (!Synonyms.isName(name)) {
            throw Problems.refuse(Problems.invalid("name", "A group is named by 1 to 40 letters a to z, digits and dashes."));
        }
        var group = new Synonyms(name, body.words());
        var said = Precondition.of(ifMatch, ifNoneMatch);
        return said.answer(search.save(group, said.expected(), caller.touchpoint()), () -> group);
    }

    @Operation(summary = "Takes a group away", description = "Send the ETag as If-Match, or * for whatever is there.")
    @DeleteMapping("/{name}")
    ResponseEntity<?> remove(
            @PathVariable String name,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var there = search.synonyms(name).orElseThrow(SynonymController::missing);
        var said = Precondition.of(ifMatch, null);
        return search.forget(name, said.expected(), caller.touchpoint())
                ? ResponseEntity.noContent().build()
                : said.answer(new Saved.Stale(), () -> there);
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There are no synonyms of this name."));
    }
}
