package io.stoa.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Ids;
import io.stoa.sms.TwilioCounterpart.Mood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Text messages on the wire: what is taken once arrives once, whatever the line does. */
@StoaTest
class SmsTest {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    @Autowired
    private Sms sms;

    @Autowired
    private SmsTable table;

    @Autowired
    private Line line;

    @Autowired
    private HomeKey key;

    @Autowired
    private EventLog log;

    @Autowired
    private Ids ids;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    /** Whatever goes wrong first, in the end the customer has it, and has it once. */
    @ParameterizedTest
    @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_SUCH_NUMBER")
    void aMessageArrivesOnceWhateverTheLineDoes(Mood mood) throws Exception {
        var number = written();
        try (var twilio = new TwilioCounterpart(number, mood)) {
            for (int minute = 0; minute < 3; minute++) {
                round(twilio, Duration.ofMinutes(minute));
            }
            assertThat(twilio.sent()).containsExactly("123456 is your code");
            assertThat(state(number)).isEqualTo("SENT");
            assertThat(secrets(number)).as("codes that are kept once they are sent").isZero();
        }
    }

    @Test
    void aNumberThatIsNoneIsTriedOnceAndACarrierThatIsNeverClearNotWithoutEnd() throws Exception {
        var number = written();
        try (var refuses = new TwilioCounterpart(number, Mood.NO_SUCH_NUMBER)) {
            round(refuses, Duration.ZERO);
            round(refuses, Duration.ofMinutes(1));
            assertThat(state(number)).isEqualTo("FAILED");
            assertThat(refuses.sent()).isEmpty();
        }
        var busy = new Mood[20];
        java.util.Arrays.fill(busy, Mood.TOO_MANY);
        var another = written();
        try (var never = new TwilioCounterpart(another, busy)) {
            for (int minute = 0; minute < Courier.TRIES_MAX; minute++) {
                assertThat(state(another)).isEqualTo("WAITING");
                round(never, Duration.ofMinutes(2L * minute));
            }
            assertThat(state(another)).isEqualTo("FAILED");
        }
    }

    @Test
    void aMessageIsWrittenWithItsCauseOrNotAtAllAndIsOfNoUseForever() throws Exception {
        var number = number();
        transaction.executeWithoutResult(status -> {
            sms.write(text(number));
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> sms.write(text(number))).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(count(number)).isZero();
        var late = written();
        try (var twilio = new TwilioCounterpart(late)) {
            var tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
            new Courier(table, line, key, log, transaction, tomorrow).run();
            round(twilio, Duration.ofHours(1));
            assertThat(twilio.sent()).isEmpty();
            assertThat(state(late)).isEqualTo("LAPSED");
        }
    }

    @Test
    void theSettingNamesAnAccountAndNeverShowsItsToken() {
        var account = TwilioAccount.of("https://AC12:s%3Acret@api.twilio.com", "+441134960000");
        assertThat(account.token()).isEqualTo("s:cret");
        assertThat(account.messages("").toString()).isEqualTo("https://api.twilio.com/2010-04-01/Accounts/AC12/Messages.json");
        assertThat(account.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://AC12:secret@api.twilio.com", "https://api.twilio.com", "https://AC12@api.twilio.com", "no address"})
    void aSettingThatWouldTellTheTokenOrNamesNobodyIsRefused(String setting) {
        assertThatThrownBy(() -> TwilioAccount.of(setting, "+441134960000")).hasMessageContaining("STOA_SMS_URL").hasMessageNotContaining("secret");
    }

    private void round(TwilioCounterpart twilio, Duration later) {
        var carrier = new Twilio(twilio.account(), PATIENCE);
        new Courier(table, line, key, log, transaction, Clock.offset(Clock.systemUTC(), later)).round(carrier);
    }

    private String written() {
        var number = number();
        transaction.executeWithoutResult(status -> {
            assertThat(sms.write(text(number))).isTrue();
            assertThat(sms.write(text(number))).as("the same key again").isFalse();
        });
        return number;
    }

    private static Text text(String number) {
        var words = Text.MARK + " is your code";
        return new Text("test:" + number, "test", number, words, "123456", Instant.now().plus(Duration.ofMinutes(30)), null);
    }

    private String number() {
        return "+4420%09d".formatted(ids.next());
    }

    private String state(String number) {
        return database.sql("SELECT state FROM sms.message WHERE recipient = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private int count(String number) {
        return database.sql("SELECT count(*) FROM sms.message WHERE recipient = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private int secrets(String number) {
        return database.sql("SELECT count(secret) FROM sms.message WHERE recipient = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }
}
