package io.stoa.sms;

import io.stoa.shared.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Twilio's Messages API of 2010-04-01: a form with To, Body and From or MessagingServiceSid under the account's name and token,
 * answered with 201 and the message. It knows no key for repeating, so a lost answer is asked about in the list of messages.
 */
final class Twilio implements Carrier {

    private static final int LISTED = 50;
    private static final int CAUSE_MAX = 300;

    private final TwilioAccount account;
    private final Duration patience;
    private final HttpClient client;

    Twilio(TwilioAccount account, Duration patience) {
        this.account = account;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Delivery hand(String to, String words) {
        var form = form(Map.of("To", to, "Body", words, account.isService() ? "MessagingServiceSid" : "From", account.from()));
        return asked(request(account.messages(""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(), Twilio::answer);
    }

    @Override
    public Delivery ask(String to, String words) {
        var query = "?" + form(Map.of("To", to, "PageSize", String.valueOf(LISTED)));
        return asked(request(account.messages(query)).GET().build(), answer -> listed(answer, to, words));
    }

    private interface Reading {
        Delivery of(HttpResponse<String> answer);
    }

    private Delivery asked(HttpRequest request, Reading reading) {
        try {
            return reading.of(client.send(request, BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException away) {
            return new Delivery.Away("It does not answer");
        } catch (IOException | JacksonException unclear) {
            return new Delivery.Unclear(cut(String.valueOf(unclear.getMessage())));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Delivery.Unclear("Stopped while waiting for an answer");
        }
    }

    /** A fault of theirs may come after the message went out. */
    private static Delivery answer(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return new Delivery.Taken();
        }
        if (status == 401 || status == 403) {
            return new Delivery.Away(said(answer));
        }
        if (status == 429) {
            return new Delivery.NotNow(said(answer));
        }
        return status / 100 == 4 ? new Delivery.Refused(said(answer)) : new Delivery.Unclear(said(answer));
    }

    private static Delivery listed(HttpResponse<String> answer, String to, String words) {
        if (answer.statusCode() != 200) {
            return new Delivery.Unclear(said(answer));
        }
        for (JsonNode one : Json.MAPPER.readTree(answer.body()).path("messages")) {
            if (one.path("to").asString("").equals(to) && one.path("body").asString("").contains(words)) {
                return new Delivery.Taken();
            }
        }
        return new Delivery.NotNow("It is not there");
    }

    /** The number of the error and its words, as the documentation lists them. */
    private static String said(HttpResponse<String> answer) {
        try {
            var problem = Json.MAPPER.readTree(answer.body());
            return cut(answer.statusCode() + " " + problem.path("code").asString("") + " " + problem.path("message").asString(""));
        } catch (JacksonException other) {
            return String.valueOf(answer.statusCode());
        }
    }

    private HttpRequest.Builder request(URI address) {
        var who = Base64.getEncoder().encodeToString((account.sid() + ":" + account.token()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address).timeout(patience).header("Authorization", "Basic " + who);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String cut(String words) {
        return words.strip().substring(0, Math.min(CAUSE_MAX, words.strip().length()));
    }
}
