package vn.kientao.reform.steering.domain.reminder;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An urging letter (công văn đôn đốc) as it was issued.
 *
 * @param id 0 before it is kept
 * @param number in the agency's series of the year
 * @param symbol behind the number: {@code VPUB-CCHC}
 * @param lead code of the agency that is urged
 * @param due the term of the task on that day
 * @param answerBy until when the lead is to report
 * @param words what the giver adds; may be empty
 * @param capacity as what it is signed
 */
public record Urging(
        long id,
        String agency,
        int number,
        String symbol,
        LocalDate issuedOn,
        String place,
        String lead,
        LocalDate due,
        int progress,
        LocalDate answerBy,
        String words,
        String capacity,
        String signer,
        String account) {
    public Urging {
        requireNonNull(agency, "agency");
        requireNonNull(symbol, "symbol");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(place, "place");
        requireNonNull(lead, "lead");
        requireNonNull(due, "due");
        requireNonNull(answerBy, "answerBy");
        requireNonNull(words, "words");
        requireNonNull(capacity, "capacity");
        requireNonNull(signer, "signer");
        requireNonNull(account, "account");
    }

    /** The same with its number. */
    public Urging numbered(int next) {
        return new Urging(
                id, agency, next, symbol, issuedOn, place, lead, due, progress, answerBy, words, capacity, signer,
                account);
    }
}
