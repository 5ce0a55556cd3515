package io.stoa.catalog;

import io.stoa.shared.Image;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of articles, kept by what they show: no address ever shows another, and what was taken away can be brought back. */
@Component
public class Pictures {

    private final PictureTable table;

    Pictures(PictureTable table) {
        this.table = table;
    }

    /** Keeps a picture, once; an article shows it when it is published with this among its media. */
    @Transactional
    public Picture keep(Picture picture) {
        table.insert(picture.image());
        return picture;
    }

    public Optional<Image> find(String hash) {
        return table.find(hash);
    }
}
