package io.stoa.catalog.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Role;
import io.stoa.catalog.Picture;
import io.stoa.catalog.Pictures;
import io.stoa.http.Problems;
import io.stoa.shared.Image;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Photographs of articles: brought by other programs, shown to everybody under an address that never shows another. */
@RestController
@Tag(name = "Products")
class UploadedPictures {

    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Whoever opens a picture by itself sees a picture. */
    private static final String ONLY_SHOWN = "default-src 'none'; sandbox";

    private final Pictures pictures;

    UploadedPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Where a picture lies, for the media of a product. */
    record PictureBody(String url) {}

    @Operation(
            summary = "Keeps a picture of a product",
            description = "The body is a JPEG, PNG or WebP of at most 6 MB. Publish a product with the url of the answer among its media.")
    @PostMapping(
            path = "/api/v1/products/pictures",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE, "image/webp"})
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ResponseEntity<PictureBody> keep(@RequestBody byte[] content) {
        try {
            var kept = pictures.keep(Picture.of(content));
            return ResponseEntity.created(URI.create(kept.url())).body(new PictureBody(kept.url()));
        } catch (Image.Unfit unfit) {
            throw Problems.refuse(Problems.invalid("body", unfit.getMessage() + "."));
        }
    }

    @GetMapping("/media/picture/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> show(@PathVariable String hash) {
        return pictures.find(hash)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(picture.type()))
                        .cacheControl(FOREVER)
                        .header("Content-Security-Policy", ONLY_SHOWN)
                        .body(picture.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
