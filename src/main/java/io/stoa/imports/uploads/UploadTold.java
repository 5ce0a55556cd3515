package io.stoa.imports.uploads;

/** How far a file that was brought is; its rows are not told. */
public record UploadTold(UploadId upload, Kind kind, Upload.State state) {

    public static final String BROUGHT = "imports.upload_brought";
    public static final String ADVANCED = "imports.upload_advanced";
    public static final String CHECKED = "imports.upload_checked";
    public static final String IMPORTED = "imports.upload_imported";
    public static final String FAILED = "imports.upload_failed";
}
