package io.stoa.mail;

import io.stoa.shared.PublicAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.brand.Brand;
import io.stoa.events.EventLog;
import io.stoa.secrets.HomeKey;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters as they arrive: written, handed over by SMTP to a real server, and read back by IMAP. */
@StoaTest
class MailTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Mail mail;

    @Autowired
    private OutboxTable outbox;

    @Autowired
    private Brand brand;

    @Autowired
    private HomeKey key;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    private GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, null, ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aLetterArrivesWithItsWordsItsNameAndNothingThatANameSmugglesIn() throws Exception {
        var address = address();
        var to = new Recipient("Zoë \"O'Neil\"\r\nBcc: thief@example.com\r\n\r\n<b>hello</b> & Söhne", address);
        var letter = letter("naughty", to, "Größe 42 <script>alert(1)</script>\nX-Evil: yes");
        long id = written(letter);
        run(postman(server.getSmtp().getPort(), Duration.ZERO), id);

        assertThat(mail.find(id).orElseThrow().state()).isEqualTo(MessageState.SENT);
        var message = received(address).getFirst();
        assertThat(message.headers())
                .doesNotContain("\nBcc", "\nX-Evil", "\n<b>")
                .contains("Auto-Submitted: auto-generated");
        assertThat(message.to()).containsExactly(address);
        assertThat(message.from()).isEqualTo("Stoa <shop@example.com>");
        assertThat(message.subject()).isEqualTo("Größe 42 <script>alert(1)</script> X-Evil: yes");
        assertThat(message.plain())
                .contains(
                        "Hello Zoë \"O'Neil\" Bcc: thief@example.com <b>hello</b> & Söhne",
                        "Würze: 3 €",
                        "Total: 3 €",
                        "https://shop.example.com/x");
        assertThat(message.html())
                .contains(
                        "&lt;b&gt;hello&lt;/b&gt; &amp; Söhne",
                        "Würze",
                        "href=\"https://shop.example.com/x\"",
                        "prefers-color-scheme: dark")
                .doesNotContain("<script", "<b>hello", Letter.MARK);
        assertThat(server.getUserManager().getUserByEmail("thief@example.com")).isNull();
        assertThat(message.longestLine()).as("SMTP allows 998").isLessThan(998);
    }

    @Test
    void aLetterIsWrittenWithItsCauseOnceOrNotAtAll() {
        var letter = letter("once", new Recipient(null, address()), "Once");
        assertThatThrownBy(() -> mail.write(letter)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            assertThat(mail.write(letter)).isTrue();
            status.setRollbackOnly();
        });
        assertThat(found(letter)).isEmpty();
        long id = written(letter);
        assertThat(transaction.<Boolean>execute(status -> mail.write(letter))).isFalse();
        assertThat(found(letter)).containsExactly(id);
    }

    @Test
    void aServerThatIsDownCostsAMessageNoTryAndItGoesOutWhenItIsUp() throws Exception {
        long id = written(letter("down", new Recipient(null, address()), "Later"));
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        var box = box(nobody);
        run(postman(box, Duration.ZERO), id);
        var waiting = mail.find(id).orElseThrow();
        assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
        assertThat(waiting.attempts()).isZero();
        assertThat(box.state().kind()).isEqualTo(Postbox.State.Kind.AWAY);
        run(postman(server.getSmtp().getPort(), Duration.ofMinutes(2)), id);
        assertThat(mail.find(id).orElseThrow().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void whatIsRefusedForGoodIsSetAsideWithItsWordsAndWhatIsNotNowIsTriedAgain() throws Exception {
        long never = written(letter("never", new Recipient(null, address()), "Never"));
        try (var stubborn = new StubbornServer("550 5.1.1 nobody of this name", "250 fine")) {
            run(postman(stubborn.port(), Duration.ZERO), never);
        }
        var failed = mail.find(never).orElseThrow();
        assertThat(failed.state()).isEqualTo(MessageState.FAILED);
        assertThat(failed.cause()).contains("550 5.1.1 nobody of this name");

        long later = written(letter("later", new Recipient(null, address()), "Later"));
        try (var stubborn = new StubbornServer("451 greylisted", "250 fine")) {
            run(postman(stubborn.port(), Duration.ZERO), later);
        }
        var waiting = mail.find(later).orElseThrow();
        assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.cause()).contains("451 greylisted");
        assertThat(waiting.dueAt()).isAfter(waiting.writtenAt().plusSeconds(50));
        assertThat(mail.again(never, Touchpoint.SYSTEM)).isTrue();
        assertThat(mail.again(never, Touchpoint.SYSTEM)).as("it waits").isFalse();
        assertThat(mail.find(never).orElseThrow().state()).isEqualTo(MessageState.WAITING);
        run(postman(server.getSmtp().getPort(), Duration.ofMinutes(2)), later);
        assertThat(mail.find(later).orElseThrow().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aLineThatBreaksAfterTheMessageIsAnUnclearAnswerAndNothingIsDropped() throws Exception {
        var address = address();
        long id = written(letter("unclear", new Recipient(null, address), "Twice perhaps"));
        try (var stubborn = new StubbornServer("250 fine", "")) {
            run(postman(stubborn.port(), Duration.ZERO), id);
            assertThat(stubborn.messages).anyMatch(message -> message.contains(address));
            assertThat(mail.find(id).orElseThrow().cause()).contains("it may have arrived");
            run(postman(server.getSmtp().getPort(), Duration.ofMinutes(2)), id);
            var again = received(address).getFirst();
            assertThat(stubborn.messages).anyMatch(message -> message.contains(again.id()));
        }
    }

    @Test
    void whoDiesBetweenSendingAndWritingItDownSendsItAgainUnderTheSameName() throws Exception {
        var address = address();
        long id = written(letter("killed", new Recipient(null, address), "At least once"));
        var now = Clock.systemUTC().instant();
        var taken = outbox.take(now, Duration.ofMinutes(10), 1000).stream()
                .filter(one -> one.id() == id)
                .toList()
                .getFirst();
        try (var carrier = new Carrier(box(server.getSmtp().getPort()).server().orElseThrow(), "Stoa")) {
            assertThat(carrier.hand(taken, taken.body())).isEqualTo(new Delivery.Taken());
        }
        assertThat(outbox.take(now, Duration.ofMinutes(10), 1000))
                .as("while it is out")
                .noneMatch(one -> one.id() == id);
        run(postman(server.getSmtp().getPort(), Duration.ofMinutes(11)), id);
        var both = received(address);
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().id()).isEqualTo(both.getLast().id());
        assertThat(mail.find(id).orElseThrow().state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void aSecretIsReadByItsReaderOnlyAndForgottenWhenItIsSentOrTooOld() throws Exception {
        var address = address();
        var now = Clock.systemUTC().instant();
        var letter = letter("secret", new Recipient(null, address), "Your code").keeping("4711x", now.plusSeconds(600));
        long id = written(letter);
        long old =
                written(letter("old", new Recipient(null, address), "Your code").keeping("0815x", now.minusSeconds(1)));
        assertThat(row(id)).doesNotContain("4711x");
        assertThat(mail.shown(id).orElseThrow())
                .doesNotContain("4711x", Letter.MARK)
                .contains("••••");
        run(postman(server.getSmtp().getPort(), Duration.ZERO), id);
        assertThat(received(address))
                .singleElement()
                .satisfies(one -> assertThat(one.plain()).contains("Code: 4711x"));
        assertThat(mail.find(old).orElseThrow().state()).isEqualTo(MessageState.LAPSED);
        assertThat(database.sql("SELECT count(*) FROM mail.message WHERE id IN (:both) AND secret IS NOT NULL")
                        .param("both", List.of(id, old))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mail.again(id, Touchpoint.SYSTEM)).as("its code is gone").isFalse();
    }

    /** Of few receivers all are known at once; among many the newest are looked for. */
    @Test
    void theNewestOfManyReceiversComeFirstHoweverManyThereAre() {
        var begin = "crowd" + ids.next();
        long first = -10_000;
        int crowd = 2_500;
        var _ = database.sql("""
                INSERT INTO mail.message (id, key, kind, message_id, recipient, language, subject, html, plain, state, due_at, written_at, ended_at)
                SELECT :first + n, :begin || n, 'order-placed', :begin || n, :begin || n || '@Example.com', 'en', 'Hello', '', '',
                       CASE WHEN n = 7 THEN 'FAILED' ELSE 'SENT' END, now(), now(), now()
                  FROM generate_series(1, :crowd) AS n
                """).param("first", first).param("begin", begin).param("crowd", crowd).update();
        assertThat(numbers(mail.list(null, begin.toUpperCase(Locale.ROOT), null, 3), first)).containsExactly(2_500L, 2_499L, 2_498L);
        assertThat(numbers(mail.list(MessageState.FAILED, begin, null, 3), first)).containsExactly(7L);
        assertThat(numbers(mail.list(null, begin + "24", first + 2_410, 3), first)).containsExactly(2_409L, 2_408L, 2_407L);
        assertThat(numbers(mail.list(MessageState.FAILED, begin + "24", null, 3), first)).isEmpty();
        assertThat(numbers(mail.list(null, begin + "x", null, 3), first)).isEmpty();
        assertThat(database.sql("DELETE FROM mail.message WHERE id < 0").update()).isEqualTo(crowd);
    }

    private static List<Long> numbers(Page<Message> page, long first) {
        return page.items().stream().map(message -> message.id() - first).toList();
    }

    @Test
    void theBackOfficeShowsWhatWaitsAndEachMessageInAFrameOfItsOwn() throws Exception {
        var address = address();
        long id = written(letter("shown", new Recipient("Anna", address), "Order <7> is ready"));
        assertThat(as(Role.MERCHANDISER).get("/office/mail").statusCode()).isEqualTo(403);
        var browser = as(Role.AGENT);
        assertThat(browser.get("/office/mail").body())
                .contains("Order &lt;7&gt; is ready", "STOA_SMTP_URL=smtp://")
                .doesNotContain("mail.", " style=");
        assertThat(browser.get("/office/mail?state=FAILED").body()).doesNotContain("Order &lt;7&gt; is ready");
        var begin = address.substring(0, address.indexOf('@')).toUpperCase(Locale.ROOT);
        assertThat(browser.get("/office/mail?to=" + begin).body()).contains("Order &lt;7&gt; is ready", "/office/mail?state=SENT&amp;to=" + begin);
        assertThat(browser.get("/office/mail?to=x" + begin).body()).contains("and to this address").doesNotContain("Order &lt;7&gt; is ready");
        assertThat(browser.get("/office/mail/" + id + "?lang=de").body())
                .contains("Anna, ", "Wartet", "sandbox=\"\"")
                .doesNotContain("mail.kind", "Noch einmal senden");
        var frame = browser.get("/office/mail/" + id + "/message");
        assertThat(frame.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
        assertThat(frame.body()).contains("Hello Anna");
        assertThat(browser.get("/office/mail/1/message").statusCode()).isEqualTo(404);
        assertThat(outbox.end(
                        id, MessageState.FAILED, "550 no", Clock.systemUTC().instant()))
                .isTrue();
        var again = browser.submitFrom("/office/mail/" + id, "/office/mail/" + id + "/again", "");
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("?said=again");
    }

    // --- Fixtures

    private Letter letter(String name, Recipient to, String subject) {
        List<Block> blocks = List.of(
                new Block.Words("It is here."),
                new Block.Goods(List.of(new Block.Good("Würze", null, "3 €")), List.of(new Block.Sum("Total", "3 €"))),
                new Block.Code("Code", Letter.MARK),
                new Block.Button("See it", "https://shop.example.com/x"));
        return Letter.of(name + ids.next(), "test", to, "en", subject, "It is here", blocks)
                .keeping("none", null);
    }

    private String address() {
        return "reader" + ids.next() + "@example.com";
    }

    private long written(Letter letter) {
        transaction.executeWithoutResult(status -> mail.write(letter));
        return found(letter).getFirst();
    }

    private List<Long> found(Letter letter) {
        return database.sql("SELECT id FROM mail.message WHERE key = :key")
                .param("key", letter.key())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private String row(long id) {
        return database.sql("SELECT message::text FROM mail.message AS message WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Postbox box(int smtp) {
        var settings = new MockEnvironment()
                .withProperty("stoa.smtp.url", "smtp://127.0.0.1:" + smtp)
                .withProperty("stoa.mail.from", "shop@example.com");
        return new Postbox(settings, new PublicAddress(settings));
    }

    private Postman postman(int smtp, Duration later) {
        return postman(box(smtp), later);
    }

    private Postman postman(Postbox box, Duration later) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        return new Postman(outbox, box, brand, key, log, transaction, clock, Duration.ofDays(90));
    }

    /** Other tests' letters may come first. */
    private void run(Postman postman, long id) {
        var before = mail.find(id).orElseThrow();
        for (int round = 0; round < 50 && mail.find(id).orElseThrow().equals(before); round++) {
            postman.run();
        }
    }

    private record Received(
            String id,
            String headers,
            List<String> to,
            String from,
            String subject,
            String plain,
            String html,
            int longestLine) {}

    /** What lies in a mailbox, by IMAP. */
    private List<Received> received(String address) throws Exception {
        var user = server.getUserManager().getUserByEmail(address);
        user.setPassword(PASSWORD);
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), user.getLogin(), PASSWORD);
        try (store;
                var inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            return Arrays.stream(inbox.getMessages()).map(MailTest::read).toList();
        }
    }

    private static Received read(jakarta.mail.Message message) {
        try {
            var headers = new StringBuilder();
            message.getAllHeaders()
                    .asIterator()
                    .forEachRemaining(header -> headers.append(header.getName())
                            .append(": ")
                            .append(header.getValue())
                            .append('\n'));
            var parts = (Multipart) message.getContent();
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            return new Received(
                    message.getHeader("Message-ID")[0],
                    headers.toString(),
                    Arrays.stream(message.getAllRecipients())
                            .map(one -> ((InternetAddress) one).getAddress())
                            .toList(),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"),
                    parts.getBodyPart(1).getContent().toString(),
                    raw.toString(StandardCharsets.UTF_8)
                            .lines()
                            .mapToInt(String::length)
                            .max()
                            .orElse(0));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("m" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode())
                .isEqualTo(302);
        return browser;
    }
}
