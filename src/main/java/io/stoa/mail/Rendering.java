package io.stoa.mail;

import io.stoa.shared.PublicAddress;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.stoa.brand.Brand;
import io.stoa.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives a letter its two forms, in the brand of this moment and the reader's language. */
@Component
class Rendering {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Brand brand;
    private final PublicAddress house;

    Rendering(Brand brand, PublicAddress house) {
        this.brand = brand;
        this.house = house;
    }

    Body of(Letter letter) {
        var kit = brand.kit().value();
        var texts = Texts.in(Locale.forLanguageTag(letter.language()));
        var dress = new Dress(
                kit.name(),
                house.of("/shop"),
                logo(),
                Brand.inks(kit),
                kit.thanks().get(texts.language()));
        var html = new StringOutput();
        engine.render("mail/letter.jte", Map.of("letter", letter, "dress", dress, "texts", texts), html);
        return new Body(html.toString(), plain(letter, dress, texts));
    }

    /** Mail programs show no drawings, so a logo that is one is written as the name. */
    private String logo() {
        var name = brand.kit().value().logo();
        return name == null
                        || brand.logo(name)
                                .filter(logo -> !logo.type().contains("svg"))
                                .isEmpty()
                ? ""
                : house.of("/brand/logo/" + name);
    }

    private static String plain(Letter letter, Dress dress, Texts texts) {
        var parts = new ArrayList<String>();
        parts.add(greeting(letter, texts));
        letter.blocks().forEach(block -> parts.add(plain(block)));
        parts.add(dress.thanks() == null ? texts.get("mail.thanks") : dress.thanks());
        parts.add("-- \n" + dress.name() + "\n" + dress.home());
        return String.join("\n\n", parts) + "\n";
    }

    /** By name, if one is known. */
    static String greeting(Letter letter, Texts texts) {
        var name = letter.to().name();
        return name == null ? texts.get("mail.greeting") : texts.get("mail.greeting.name", name);
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.Words(var text) -> text;
            case Block.Button(var label, var address) -> label + ":\n" + address;
            case Block.Code(var label, var code) -> label + ": " + code;
            case Block.Facts(var title, var lines) -> title + "\n" + indented(lines);
            case Block.Goods goods -> indented(rows(goods));
        };
    }

    private static List<String> rows(Block.Goods all) {
        var rows = new ArrayList<String>();
        all.goods()
                .forEach(good -> rows.add(
                        good.title() + (good.detail() == null ? "" : ", " + good.detail()) + ": " + good.amount()));
        all.sums().forEach(sum -> rows.add(sum.label() + ": " + sum.amount()));
        return rows;
    }

    private static String indented(List<String> lines) {
        return "  " + String.join("\n  ", lines);
    }
}
