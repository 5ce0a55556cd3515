package io.stoa.mail;

/** A message's words in both forms; {@link Letter#MARK} stands where its secret goes. */
record Body(String html, String plain) {

    Body with(String secret) {
        return new Body(html.replace(Letter.MARK, secret), plain.replace(Letter.MARK, secret));
    }
}
