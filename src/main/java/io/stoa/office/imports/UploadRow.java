package io.stoa.office.imports;

import io.stoa.imports.uploads.Upload;

/** A file that was brought, with who did it and when in words. */
public record UploadRow(Upload upload, String href, String when, String who) {

    /** The badge of its state. */
    public String tone() {
        return switch (upload.state()) {
            case CHECKING, IMPORTING -> "wait";
            case PREVIEW, DISCARDED -> "info";
            case DONE -> "good";
            case FAILED -> "stop";
        };
    }
}
