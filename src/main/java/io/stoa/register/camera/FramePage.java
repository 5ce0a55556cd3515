package io.stoa.register.camera;

import io.stoa.page.Photograph;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reads one picture of the camera, for browsers that read no codes themselves. */
@Controller
class FramePage {

    /** What stands in it, or no content. */
    @PostMapping("/till/scan/frame")
    ResponseEntity<String> frame(@RequestParam MultipartFile picture) throws IOException {
        return Photograph.glance(picture.getBytes())
                .map(code -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(code))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
