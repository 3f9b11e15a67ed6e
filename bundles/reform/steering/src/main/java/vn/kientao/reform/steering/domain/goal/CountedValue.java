package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a module counted that a target has come to, agency by agency.
 *
 * @param to the day up to which facts were counted, from the first day of the year
 * @param at when they were counted
 * @param total of all agencies together, of no agency
 * @param parts of each agency; none where only the total was read
 */
public record CountedValue(int year, LocalDate to, LocalDateTime at, Part total, List<Part> parts) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 2;

    public CountedValue {
        requireNonNull(to, "to");
        requireNonNull(at, "at");
        requireNonNull(total, "total");
        parts = List.copyOf(parts);
    }

    /**
     * The value of an agency.
     *
     * @param amount empty when there was nothing to measure
     * @param address of the list behind it; empty when there is none
     */
    public record Part(
            String agency,
            Optional<BigDecimal> amount,
            OptionalLong numerator,
            OptionalLong denominator,
            String address) {
        public Part {
            requireNonNull(agency, "agency");
            requireNonNull(amount, "amount");
            requireNonNull(numerator, "numerator");
            requireNonNull(denominator, "denominator");
            requireNonNull(address, "address");
        }
    }

    /**
     * Adds agencies up: shares from what stands above and below their lines, in percent with two places; counts as they are. There is
     * no amount when there was nothing to measure.
     */
    public static CountedValue of(int year, LocalDate to, LocalDateTime at, List<Part> parts) {
        boolean shares = parts.stream().anyMatch(part -> part.denominator().isPresent());
        return new CountedValue(year, to, at, shares ? share(parts) : count(parts), parts);
    }

    private static Part share(List<Part> parts) {
        long part = parts.stream().mapToLong(one -> one.numerator().orElse(0)).sum();
        long whole =
                parts.stream().mapToLong(one -> one.denominator().orElse(0)).sum();
        Optional<BigDecimal> amount = whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP));
        return new Part("", amount, OptionalLong.of(part), OptionalLong.of(whole), "");
    }

    private static Part count(List<Part> parts) {
        Optional<BigDecimal> amount =
                parts.stream().flatMap(part -> part.amount().stream()).reduce(BigDecimal::add);
        return new Part("", amount, OptionalLong.empty(), OptionalLong.empty(), "");
    }

    /** The value of all agencies together; empty when there was nothing to measure. */
    public Optional<BigDecimal> amount() {
        return total.amount();
    }
}
