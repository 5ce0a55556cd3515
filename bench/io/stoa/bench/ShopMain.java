package io.stoa.bench;

import io.stoa.Application;
import io.stoa.access.Role;
import io.stoa.inventory.Inventory;
import io.stoa.payments.Payments;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The real application, which answers one question a line on its input and leaves when that ends. Settings of its own:
 * {@code bench.skus} and {@code bench.pieces} fill an empty shop, {@code bench.effects} counts the effects of events.
 */
final class ShopMain {

    private final ConfigurableApplicationContext context;
    private final Instruments instruments;
    private final Placing placing;

    /** What the books say, for {@code check}: how much was compared and how much differs. */
    public record Checked(long compared, List<String> differences, long payments, List<String> paymentDifferences) {}

    private ShopMain(ConfigurableApplicationContext context, Instruments instruments) {
        this.context = context;
        this.instruments = instruments;
        this.placing = new Placing(context, Assortment.of(context.getEnvironment()));
    }

    static void main(String[] arguments) throws IOException {
        var instruments = new Instruments();
        var spring = new SpringApplication(Application.class);
        spring.addInitializers(context -> prepare(context, instruments));
        try (var context = spring.run(arguments)) {
            Assortment.of(context.getEnvironment()).fill(context);
            System.out.println("> ready " + port(context) + " " + token(context));
            new ShopMain(context, instruments).answer();
        }
    }

    private static void prepare(ConfigurableApplicationContext context, Instruments instruments) {
        context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(instruments));
        if (context instanceof GenericApplicationContext generic
                && context.getEnvironment().getProperty("bench.effects", Boolean.class, false)) {
            generic.registerBean(EffectCounter.class);
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** Always under the same name, which is part of every idempotency key. */
    private static String token(ConfigurableApplicationContext context) {
        var wanted =
                new NewToken("bench", Set.of(Role.ASSOCIATE, Role.AGENT), List.of(Channel.WEB, Channel.TILL), null);
        return context.getBean(Tokens.class).issue(wanted).secret();
    }

    private void answer() throws IOException {
        var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = questions.readLine(); line != null; line = questions.readLine()) {
            try {
                System.out.println("> " + answer(line.split(" ")));
            } catch (Exception failure) {
                failure.printStackTrace();
                System.out.println(
                        "! " + String.valueOf(failure).lines().findFirst().orElse(""));
            }
        }
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "check" -> Json.write(check());
            case "place" -> Json.write(placing.run(words));
            case "sold" -> placing.ledger().toString();
            case "compiled" ->
                Long.toString(ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
            case "statements" -> Long.toString(instruments.statements());
            case "count" -> {
                instruments.count(words[1].equals("on"));
                yield "ok";
            }
            case "pass" -> {
                instruments.pass(Duration.ofSeconds(Long.parseLong(words[1])));
                yield "ok";
            }
            case "time" -> {
                instruments.time(words[1].equals("on"));
                yield "ok";
            }
            case "sent" -> Json.write(instruments.clock().take());
            case "dress" -> Finding.dress(context, Long.parseLong(words[1]));
            case "admit" -> admit(words[1], words[2]);
            case "find" -> Json.write(Finding.run(context, words));
            case "read" -> Json.write(Reading.run(context, words));
            default -> throw new IllegalArgumentException("What is " + words[0] + "?");
        };
    }

    private String admit(String login, String password) {
        var account = new Account(new Login(login), login, Set.of(Role.ADMIN), null, true);
        context.getBean(Staff.class).save(account, new Password(password), Touchpoint.SYSTEM);
        return "ok";
    }

    private Checked check() {
        var stock = context.getBean(Inventory.class).reconcile();
        var money = context.getBean(Payments.class).check();
        return new Checked(
                stock.compared(),
                stock.differences().stream().map(Object::toString).toList(),
                money.compared(),
                money.differences().stream().map(Object::toString).toList());
    }
}
