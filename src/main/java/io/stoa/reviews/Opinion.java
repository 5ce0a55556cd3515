package io.stoa.reviews;

/** What somebody says: stars, {@value #STARS_MIN} to {@value #STARS_MAX}; words and a name to be shown, both may be empty. */
public record Opinion(int stars, String words, String name) {

    public static final int STARS_MIN = 1;
    public static final int STARS_MAX = 5;
    public static final int WORDS_MAX = 2000;
    public static final int NAME_MAX = 60;

    public Opinion {
        if (stars < STARS_MIN || stars > STARS_MAX) {
            throw new IllegalArgumentException("A review has one to five stars");
        }
        if (words.length() > WORDS_MAX || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A review has at most 2,000 characters, a name 60");
        }
    }
}
