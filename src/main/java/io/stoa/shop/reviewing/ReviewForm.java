package io.stoa.shop.reviewing;

import io.stoa.page.Texts;
import io.stoa.reviews.Opinion;
import io.stoa.reviews.Review;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody types about an article, as it was typed. */
public record ReviewForm(@Nullable String stars, @Nullable String words, @Nullable String name) {

    static ReviewForm of(@Nullable Review before) {
        return before == null
                ? new ReviewForm(null, null, null)
                : new ReviewForm(
                        Integer.toString(before.opinion().stars()),
                        before.opinion().words(),
                        before.opinion().name());
    }

    /** Never null, for templates. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public boolean gave(int number) {
        return Integer.toString(number).equals(stars);
    }

    /** What has to be put right, by field. */
    Map<String, String> errors(Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        if (!Objects.requireNonNullElse(stars, "").matches("[1-5]")) {
            errors.put("stars", texts.get("review.wrong.stars"));
        }
        if (text(words).length() > Opinion.WORDS_MAX) {
            errors.put("words", texts.get("review.wrong.words"));
        }
        if (text(name).length() > Opinion.NAME_MAX) {
            errors.put("name", texts.get("review.wrong.name"));
        }
        return errors;
    }

    /** Of a form without errors. */
    Opinion opinion() {
        return new Opinion(Integer.parseInt(Objects.requireNonNull(stars)), text(words), text(name));
    }
}
