package io.stoa.mail.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.mail.Mail;
import io.stoa.mail.Message;
import io.stoa.mail.MessageState;
import io.stoa.mail.Postbox;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What the shop wrote to its customers: sent, waiting or failed, each as it is read, to be sent again. */
@Controller
@RequestMapping("/office/mail")
@AllowedTo({Role.AGENT, Role.MANAGER, Role.ADMIN})
public class MailPage {

    private static final int ROWS = 50;
    private static final int TYPED_MAX = 200;

    /** A message is styled in itself and comes from us, but it is shown as if it came from anywhere. */
    private static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox";

    private final Mail mail;

    MailPage(Mail mail) {
        this.mail = mail;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long before,
            PageFrame frame) {
        var begins = to.strip().substring(0, Math.min(TYPED_MAX, to.strip().length()));
        var page = mail.list(state, begins, before, ROWS);
        var server = mail.server();
        var here = address(state, begins);
        var list = new MailList(
                frame.t("mail.server." + server.kind(), server.words()),
                tone(server),
                server.addressKnown(),
                chips(state, begins, frame.texts()),
                begins,
                state == null ? null : state.name(),
                page.items().stream().map(message -> row(message, frame)).toList(),
                state != null || !begins.isEmpty(),
                before == null ? null : here,
                page.next() == null ? null : here + (here.contains("?") ? "&" : "?") + "before=" + page.next());
        return new ModelAndView("mail/list", Map.of("list", list));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String said, PageFrame frame) {
        var message = mail.find(id).orElseThrow(MailPage::missing);
        var shown = new MailShown(
                id,
                href(message),
                message.subject(),
                message.state().name(),
                tone(message.state()),
                facts(message, frame),
                mail.shown(id).filter(html -> html.contains("••")).isPresent(),
                message.state() == MessageState.SENT || message.state() == MessageState.FAILED,
                said.equals("again") || said.equals("not") ? said : "");
        return new ModelAndView("mail/message", Map.of("shown", shown));
    }

    @GetMapping("/{id}/message")
    ResponseEntity<String> message(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", FRAME_POLICY)
                .cacheControl(CacheControl.noStore())
                .body(mail.shown(id).orElseThrow(MailPage::missing));
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable long id, Caller caller) {
        return "redirect:/office/mail/" + id + "?said=" + (mail.again(id, caller.touchpoint()) ? "again" : "not");
    }

    /** What a message is about, in words; its own name where there are none. */
    public static String kind(String kind, Texts texts) {
        var key = "mail.kind." + kind;
        var words = texts.get(key);
        return words.equals(key) ? kind : words;
    }

    private static String address(@Nullable MessageState state, String to) {
        return UriComponentsBuilder.fromPath("/office/mail")
                .queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParamIfPresent("to", Optional.of(to).filter(typed -> !typed.isEmpty()).map(typed -> "{to}"))
                .encode()
                .buildAndExpand(to)
                .toUriString();
    }

    private List<MailList.Chip> chips(@Nullable MessageState chosen, String to, Texts texts) {
        var open = mail.open();
        return Stream.concat(Stream.of((MessageState) null), Arrays.stream(MessageState.values()))
                .map(one -> new MailList.Chip(
                        texts.get(one == null ? "mail.all" : "mail.state." + one)
                                + (one != null && open.containsKey(one) ? " " + texts.number(open.get(one)) : ""),
                        address(one, to),
                        one == chosen))
                .toList();
    }

    private static MailList.Row row(Message message, PageFrame frame) {
        return new MailList.Row(
                href(message),
                message.subject(),
                message.to().address(),
                message.state().name(),
                tone(message.state()),
                message.cause(),
                moment(message.writtenAt(), frame));
    }

    private static List<MailShown.Fact> facts(Message message, PageFrame frame) {
        var facts = new ArrayList<MailShown.Fact>();
        var name = message.to().name();
        facts.add(fact(
                frame.t("mail.to"),
                (name == null ? "" : name + ", ") + message.to().address()));
        facts.add(fact(frame.t("mail.about"), kind(message.kind(), frame.texts())));
        var order = message.order();
        if (order != null) {
            facts.add(new MailShown.Fact(frame.t("mail.of-order"), order.toString(), "/office/orders/" + order));
        }
        facts.add(fact(
                frame.t("mail.language"),
                Locale.forLanguageTag(message.language())
                        .getDisplayLanguage(frame.texts().locale())));
        facts.add(fact(frame.t("mail.written"), moment(message.writtenAt(), frame)));
        var ended = message.endedAt();
        if (ended != null) {
            facts.add(fact(frame.t("mail.state." + message.state()), moment(ended, frame)));
        } else if (message.attempts() > 0) {
            facts.add(fact(frame.t("mail.due"), moment(message.dueAt(), frame)));
        }
        facts.add(fact(frame.t("mail.attempts"), frame.texts().count("mail.tries", message.attempts())));
        if (message.cause() != null) {
            facts.add(fact(frame.t("mail.cause"), message.cause()));
        }
        return facts;
    }

    private static MailShown.Fact fact(String label, String text) {
        return new MailShown.Fact(label, text, null);
    }

    private static String href(Message message) {
        return "/office/mail/" + message.id();
    }

    private static String moment(Instant moment, PageFrame frame) {
        return frame.moment(moment, ZoneId.systemDefault());
    }

    private static String tone(MessageState state) {
        return switch (state) {
            case WAITING -> "wait";
            case SENT -> "good";
            case FAILED -> "stop";
            case LAPSED -> "info";
        };
    }

    private static String tone(Postbox.State server) {
        return switch (server.kind()) {
            case NONE, AWAY -> "wait";
            case UNREADABLE -> "stop";
            case FINE -> "good";
        };
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such message."));
    }
}
