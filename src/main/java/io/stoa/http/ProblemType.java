package io.stoa.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every type of problem that the API answers: when it comes, and what helps. The page of each is made from here. */
public enum ProblemType {
    APPROVAL_MISSING(409, "The count is further off than is let pass without a manager.", "Have a manager send why it is right, or send it back to be counted again."),
    BAD_SIGNATURE(400, "News of a payment provider are not signed with the secret that is set here, or are older than five minutes.",
            "Set the signing secret of exactly this endpoint, and compare the clocks."),
    BODY_TOO_LARGE(413, "The body has more than 1 MB (a picture of goods more than 6), or its JSON is nested too deeply.", "Send less in one request, and the rest in others."),
    BOUGHT_BEFORE(409, "The order is older than Stoa: what was paid then is not known here.", "Give the money back as it was paid, in the program that took it."),
    CARD_DECLINED(402, "The bank said no.", "The goods stay held for a while: pay with another card."),
    CARD_NUMBER(422, "Something that is written down for good holds what looks like a card number.", "Leave it out: Stoa never keeps one."),
    CART_FULL(409, "The cart has as many lines as a cart can have.", "Order what is in it, and open another cart for the rest."),
    CART_NOT_OPEN(409, "The cart was ordered, has run out, or was changed by another request.", "Read the cart again, or open a new one."),
    CHANGED_MEANWHILE(412, "Somebody changed the thing since you read it, or it is there although you said that it is not.",
            "Read it again, repeat your change on what is there now, and send the new ETag as If-Match."),
    CODE_LOCKED(423, "The pickup code was guessed wrong too often.", "Wait until the time in the answer, or hand over against an identity card."),
    COUNT_AGAIN(409, "The books of some SKUs changed in a way that does not go with the count.", "Send back the SKUs in the answer, count them again, and post the count then."),
    COUPON_REFUSED(422, "The coupon takes nothing off this order; the answer says why.", "Leave the coupon out, or change what is ordered."),
    DATABASE_AWAY(503, "The database cannot be reached.", "Ask again in a second; the same Idempotency-Key makes that safe."),
    DATABASE_UNABLE(503, "The database cannot write at the moment, as on a full disk.", "Ask again with the same Idempotency-Key; whoever runs Stoa makes room."),
    DRAWER_CLOSED(409, "The drawer was counted and closed: nothing of it changes any more.", "Open the next one at this till."),
    DRAWER_OPEN(409, "The till has a drawer open.", "Go on with it, or count and close it before the next one is opened."),
    GTIN_TAKEN(409, "Another SKU has one of these bar codes.", "Take the bar code away there, or leave it out."),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request.", "Take a new key for each thing that is to happen once."),
    IDENTIFIER_TAKEN(409, "Another customer has this e-mail address, telephone number or card.", "Find that customer, or leave the identifier out."),
    INCOMPLETE_ORDER(422, "The order leaves open something that it needs.", "Add what the field names, and send the order again."),
    INVALID_BODY(400, "There is no body, or it is none that can be read.", "Send JSON as the API page describes it."),
    INVALID_JSON(400, "The body is not valid JSON, or names a field twice.", "Correct it at the line and column in the answer."),
    INVALID_REQUEST(400, "The request as such cannot be understood.", "Compare address, method and headers with the API page."),
    INVALID_TOKEN(401, "The token is unknown, has been revoked or was cut.", "Send the token as it was shown, or have a new one issued."),
    INVALID_VALUE(400, "A value is none that this place takes; the field says which.", "Send what the detail asks for."),
    LAST_ADMINISTRATOR(409, "Nobody would be left who gives the others their roles.", "Make somebody else an administrator first."),
    LAST_VARIANT(409, "A product has at least one variant.", "Withdraw the product instead, or add another variant first."),
    METHOD_NOT_ALLOWED(405, "The address is right, the method is not.", "Use a method that the answer names."),
    MISSING_HEADER(400, "A header is missing that this resource needs.", "Send the header that the field names."),
    MISSING_PARAMETER(400, "A parameter is missing that this resource needs.", "Send the parameter that the field names."),
    MISSING_PART(400, "A part of the form is missing.", "Send the part that the field names."),
    MORE_THAN_DUE(409, "More is offered than is still to be paid.", "Pay what due says, or leave the amount out to pay all of it."),
    MORE_THAN_ORDERED(409, "More came than was still to come.", "Count again, or send over as true to take it."),
    NO_SUCH_PLACE(422, "The location is unknown, or holds no stock.", "Choose a store or warehouse from /api/v1/locations."),
    NO_SUCH_SUPPLIER(422, "Nobody has this number who sells to the house.", "Choose a supplier from /api/v1/suppliers."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in a form that the request accepts.", "Accept application/json."),
    NOT_ALLOWED(403, "You are known, and your role or token may not do this.", "Ask somebody whose role may, or for a token with that role."),
    NOT_FOUND(404, "There is nothing at this address, or nothing that you may know of.", "Check the address and the number in it."),
    NOT_IN_ORDER(422, "The order names an article to collect that is not among its lines.", "Add it to the lines, or do not name it."),
    NOT_IN_THIS_STATE(409, "What you asked for does not follow from how things stand now.", "Read it again: perhaps somebody has done it already."),
    NOT_ON_HAND(409, "More pieces would leave than are there.", "Count what is there, and send the count first."),
    NOT_SENT(422, "The order is collected or was taken away: it takes no address.", "Leave the address out."),
    NOT_SIGNED_IN(401, "Nobody knows who is calling.", "Send a token as Authorization: Bearer, or sign in."),
    NOT_SOLD(422, "The article is not sold here: it has no price, was withdrawn, or never was.", "Take it out, or publish it with a price."),
    NOT_TAKEN_THERE(422, "This location takes nothing back.", "Choose one with the service RETURNS."),
    NOT_THAT_MUCH(409, "More cash would leave the drawer than is in it by the books.", "Take no more than the answer says is there; cash beyond the books is put in first."),
    ONLY_SMALLER(422, "The order has no such line, or fewer pieces of it than are to stay.", "Order the other pieces anew."),
    ORDER_CHANGED(409, "The order was changed while its goods were worked on.", "Read the shipment again, and go on from there."),
    ORDER_NOT_OPEN(409, "The order is past the point at which this can be done.", "Read the order; a return may be what is meant."),
    OTHER_GOODS(422, "The goods that were named are not those that this is about.", "Of a transfer name each SKU, or none when all is there; of a purchase order no others."),
    OTHER_PRICES(422, "What is collected at that store has other prices and taxes than what is sent.", "Place one order for each way, or choose another store."),
    OUT_OF_STOCK(409, "There are fewer pieces than were asked for; nothing was taken.", "Ask for no more than the answer says are left."),
    OVERLOADED(503, "Too many ask at once.", "Ask again after the seconds in Retry-After, with the same Idempotency-Key."),
    PAST_POLICY(409, "The policy does not take these lines back for their reasons any more.", "Have a manager send why it is taken back all the same, as overrule."),
    REASON_MISSING(422, "The count is further off than is let pass without a word.", "Count again, or send the reason with the count."),
    SKU_TAKEN(409, "Another product offers one of these SKUs.", "Take the variant away there, or choose another SKU."),
    TOO_FEW(409, "Fewer pieces are left than were named.", "Name no more than the answer says are left."),
    TOO_MANY(409, "The customer does not have so many pieces of this line.", "Name no more than the answer says the customer has."),
    TOO_MANY_STREAMS(503, "Too many pages follow what happens.", "Close some, and try again."),
    UNEXPECTED(500, "Something broke on our side; what it was is in our log.", "Ask again. If it stays, tell support the reference in the answer."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a kind that is not read here.", "Send it as application/json."),
    VERSION_REQUIRED(428, "The thing is there, and the request does not say which version it replaces.",
            "Read it, and send its ETag as If-Match; so nobody overwrites what they have not seen."),
    WRONG_CODE(403, "This is not the pickup code.", "Compare it with the customer's; the answer says how many tries are left.");

    private final int status;
    private final String happened;
    private final String helps;

    ProblemType(int status, String happened, String helps) {
        this.status = status;
        this.happened = happened;
        this.helps = helps;
    }

    /** By its name in addresses, such as {@code out-of-stock}. */
    public static Optional<ProblemType> named(String address) {
        return Arrays.stream(values()).filter(type -> type.address().equals(address)).findFirst();
    }

    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return Problems.title(address());
    }

    /** The HTTP status it mostly comes with. */
    public int status() {
        return status;
    }

    public String happened() {
        return happened;
    }

    public String helps() {
        return helps;
    }
}
