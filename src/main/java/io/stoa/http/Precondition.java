package io.stoa.http;

import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What a client says of the thing that it replaces: {@code If-Match} with the ETag it read, or {@code If-None-Match: *} for a
 * new one. A client that says nothing may add, and never replaces: it is answered 428. Who comes too late is answered 412.
 */
public record Precondition(Expected expected, boolean stated) {

    public static final String IF_MATCH = "If-Match";
    public static final String IF_NONE_MATCH = "If-None-Match";

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TAGS = Pattern.compile("(W/)?\"[!#-~]*\"(\\s*,\\s*(W/)?\"[!#-~]*\"){0,20}");

    /** Reads the two headers; a tag that no version of ours has stands for a version that is not there. */
    public static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null) {
            refuseUnless("*".equals(ifNoneMatch.strip()) && ifMatch == null, IF_NONE_MATCH, "Send * here, and no If-Match.");
            return new Precondition(new Expected.Nothing(), true);
        }
        if (ifMatch == null) {
            return new Precondition(new Expected.Nothing(), false);
        }
        var tags = ifMatch.strip();
        if (tags.equals("*")) {
            return new Precondition(new Expected.Something(), true);
        }
        refuseUnless(TAGS.matcher(tags).matches(), IF_MATCH, "Send the ETag as it was answered, quotes included, or *.");
        return new Precondition(versions(tags), true);
    }

    /** 201 or 200 with the new version and what is there now; 412 or 428 when something else is there. */
    public ResponseEntity<?> answer(Saved saved, Supplier<?> body) {
        return switch (saved) {
            case Saved.Stale stale -> ResponseEntity.of(refusal()).build();
            case Saved.Done(long version, boolean created) ->
                ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(Etag.version(version).value())
                        .body(body.get());
        };
    }

    private ProblemDetail refusal() {
        return stated
                ? Problems.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        expected instanceof Expected.Nothing
                                ? "It is there already. Read it, and send its ETag as If-Match to replace it."
                                : "It is not as you read it. Read it again, and repeat your change on what is there now.",
                        Map.of("field", expected instanceof Expected.Nothing ? IF_NONE_MATCH : IF_MATCH))
                : Problems.of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "version-required",
                        "It is there already. Read it, and send its ETag as If-Match to replace it.",
                        Map.of("field", IF_MATCH));
    }

    /** Weak tags never match, as RFC 9110 has it. */
    private static Expected versions(String tags) {
        return new Expected.Version(Arrays.stream(tags.split("\\s*,\\s*"))
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(found -> Long.parseLong(found.group(1)))
                .collect(Collectors.toSet()));
    }

    private static void refuseUnless(boolean fine, String header, String sentence) {
        if (!fine) {
            throw Problems.refuse(Problems.invalid(header, sentence));
        }
    }
}
