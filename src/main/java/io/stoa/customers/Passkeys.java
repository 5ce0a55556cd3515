package io.stoa.customers;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import io.stoa.secrets.HomeKey;
import io.stoa.secrets.Secrets;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets customers in by a key of their device (WebAuthn). The device proves itself to this site only and signs what it is asked
 * once; we keep the public half. Which make of device it is is nobody's business: attestation is not asked for. Thread-safe.
 */
@Component
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int CHALLENGE_CHARACTERS = 32;
    private static final int MOST = 20;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final List<PublicKeyCredentialParameters> KINDS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final WebAuthnManager checks = WebAuthnManager.createNonStrictWebAuthnManager();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(new ObjectConverter());
    private final PasskeyTable table;
    private final Customers customers;
    private final AccountLetters letters;
    private final HomeKey home;
    private final Ids ids;
    private final Clock clock;

    Passkeys(PasskeyTable table, Customers customers, AccountLetters letters, HomeKey home, Ids ids, Clock clock) {
        this.table = table;
        this.customers = customers;
        this.letters = letters;
        this.home = home;
        this.ids = ids;
        this.clock = clock;
    }

    /** For which site a key is: where the page came from, and the name that keys are bound to. */
    public record Site(String origin, String host) {}

    // --- Making one

    /** What a browser is asked to make a key for, as {@code navigator.credentials.create} wants it. */
    public Map<String, Object> toMake(CustomerId owner, Site site, String shop) {
        var customer = customers.find(owner).orElseThrow();
        var known = customer.emails().stream().findFirst().orElse(customer.name());
        return Map.of(
                "challenge", challenge(owner),
                "rp", Map.of("id", site.host(), "name", shop),
                "user", Map.of("id", BASE64.encodeToString(handle(owner)), "name", known, "displayName", customer.name()),
                "pubKeyCredParams", KINDS.stream()
                        .map(kind -> Map.of("type", "public-key", "alg", kind.getAlg().getValue()))
                        .toList(),
                "timeout", LASTS.toMillis(),
                "attestation", "none",
                "authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
    }

    /** Keeps a key that was made; false when what came is none, or not what was asked for. Its owner hears of it. */
    @Transactional
    public boolean keep(CustomerId owner, String made, Site site, String device, Touchpoint touchpoint) {
        try {
            var response = checks.parseRegistrationResponseJSON(made);
            var challenge = Objects.requireNonNull(response.getCollectedClientData()).getChallenge();
            if (!isAsked(challenge, owner) || table.of(owner).size() >= MOST) {
                return false;
            }
            var _ = checks.verify(response, new RegistrationParameters(server(site, challenge), KINDS, true, true));
            var data = Objects.requireNonNull(response.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(data.getAttestedCredentialData());
            var kept = new PasskeyTable.Kept(
                    ids.next(),
                    owner,
                    PasskeyTable.hex(key.getCredentialId()),
                    PasskeyTable.hex(keys.convert(key)),
                    data.getSignCount(),
                    data.isFlagBE(),
                    data.isFlagBS());
            return table.insert(kept, device, clock.instant()) && told(owner, kept.id(), touchpoint);
        } catch (VerificationException | DataConversionException | NullPointerException unfit) {
            LOG.debug("A passkey was refused", unfit);
            return false;
        }
    }

    private boolean told(CustomerId owner, long key, Touchpoint touchpoint) {
        var customer = customers.find(owner).orElseThrow();
        customers.noted(owner, "customers.passkey_added", touchpoint);
        customer.emails().stream().findFirst().ifPresent(email ->
                letters.note(key, "passkey-added", AccountLetters.To.of(customer, email)));
        return true;
    }

    public List<Passkey> of(CustomerId owner) {
        return table.of(owner);
    }

    /** False when they have no such key. */
    @Transactional
    public boolean remove(CustomerId owner, long id, Touchpoint touchpoint) {
        boolean gone = table.delete(owner, id);
        if (gone) {
            customers.noted(owner, "customers.passkey_removed", touchpoint);
        }
        return gone;
    }

    // --- Using one

    /** What a browser is asked to sign, whoever it may be, as {@code navigator.credentials.get} wants it. */
    public Map<String, Object> toUse(Site site) {
        return Map.of(
                "challenge", challenge(null),
                "rpId", site.host(),
                "timeout", LASTS.toMillis(),
                "userVerification", "required",
                "allowCredentials", List.of());
    }

    /** Whose key signed what was asked; empty alike for an unknown key, a wrong signature, and what was asked of others or before. */
    @Transactional
    public Optional<CustomerId> signIn(String signed, Site site) {
        try {
            var response = checks.parseAuthenticationResponseJSON(signed);
            var challenge = Objects.requireNonNull(response.getCollectedClientData()).getChallenge();
            if (!isAsked(challenge, null)) {
                return Optional.empty();
            }
            var key = table.lock(id(response)).orElse(null);
            if (key == null || !MessageDigest.isEqual(handle(key.person()), response.getUserHandle())) {
                return Optional.empty();
            }
            var _ = checks.verify(response, new AuthenticationParameters(server(site, challenge), record(key), null, true, true));
            long counter = Objects.requireNonNull(response.getAuthenticatorData()).getSignCount();
            table.used(key.id(), counter, clock.instant());
            return Optional.of(key.person());
        } catch (VerificationException | DataConversionException | NullPointerException unfit) {
            LOG.debug("A passkey was refused", unfit);
            return Optional.empty();
        }
    }

    /** The library's annotation stands on the bytes instead of the array; there is no byte that is null. */
    @SuppressWarnings("NullAway")
    private static byte[] id(AuthenticationData response) {
        return Objects.requireNonNull(response.getCredentialId());
    }

    private CredentialRecordImpl record(PasskeyTable.Kept key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.eligible(),
                key.backedUp(),
                key.counter(),
                keys.convert(PasskeyTable.bytes(key.data())),
                null,
                null,
                null,
                null);
    }

    private String challenge(@Nullable CustomerId owner) {
        var text = Secrets.random(CHALLENGE_CHARACTERS);
        table.ask(Secrets.hash(text), owner, clock.instant().plus(LASTS));
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAsked(@Nullable Challenge challenge, @Nullable CustomerId owner) {
        var text = new String(Objects.requireNonNull(challenge).getValue(), StandardCharsets.UTF_8);
        return table.answered(Secrets.hash(text), owner, clock.instant());
    }

    private static ServerProperty server(Site site, @Nullable Challenge challenge) {
        var asked = new DefaultChallenge(Objects.requireNonNull(challenge).getValue());
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.host())
                .challenge(asked)
                .build();
    }

    /** What a device calls the account: says nothing to who reads it. */
    private byte[] handle(CustomerId owner) {
        return home.sign("passkey:" + owner);
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        table.forget(clock.instant());
    }
}
