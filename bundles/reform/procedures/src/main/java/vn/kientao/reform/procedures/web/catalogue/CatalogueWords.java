package vn.kientao.reform.procedures.web.catalogue;

import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Quantity;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.reading.Cleaning;
import vn.kientao.reform.procedures.domain.reading.Field;

/** Puts what is known of a procedure into words of the reader's language. What is not known is said, not guessed. */
final class CatalogueWords {
    private static final int THOUSAND = 1000;
    private static final Pattern PART = Pattern.compile("(\\w+)(?:\\[(\\d{1,6})])?");
    private static final String PORTAL = "dichvucong.gov.vn";

    private final Texts texts;

    CatalogueWords(Texts texts) {
        this.texts = texts;
    }

    /** The name of a constant: {@code name("level", PROVINCE)} is the text under {@code catalogue.level.province}. */
    String name(String kind, Enum<?> constant) {
        return texts.get(key(kind, constant.name()));
    }

    String names(String kind, Collection<? extends Enum<?>> constants) {
        return constants.stream().map(constant -> name(kind, constant)).collect(Collectors.joining(", "));
    }

    /** {@code 5 ngày làm việc}; the published words where there is no number or no unit. */
    String limit(Deadline limit) {
        if (limit.counts().isPresent()) {
            BigDecimal number = limit.number().orElseThrow();
            String unit = key("unit", limit.counts().get().name());
            return texts.get(number.compareTo(BigDecimal.ONE) == 0 ? unit + "-one" : unit, number(number));
        }
        return limit.text().isBlank() ? texts.get("catalogue.limit-missing") : limit.text();
    }

    /** What a person must know about the time limit beside it; empty when there is nothing. */
    String limitNote(Deadline limit) {
        if (limit.disputed()) {
            return texts.get("catalogue.limit-disputed");
        }
        boolean withoutUnit = limit.number().isPresent() && limit.counts().isEmpty();
        return withoutUnit ? texts.get("catalogue.limit-unit-missing") : "";
    }

    /** The time limit for a list. */
    String limit(ProcedureSummary summary) {
        String note = limitNote(summary.limit());
        if (!note.isEmpty()) {
            return limit(summary.limit()) + " (" + lower(note) + ")";
        }
        boolean known = summary.limit().counts().isPresent();
        return limit(summary.limit()) + (summary.limitVaries() && known ? texts.get("catalogue.limit-varies") : "");
    }

    String fee(Fee fee) {
        return switch (fee.kind()) {
            case FREE -> texts.get("catalogue.fee-free");
            case AMOUNT -> amount(fee);
            case UNSTATED -> Cleaning.isNothing(fee.text()) ? texts.get("catalogue.fee-missing") : fee.text();
        };
    }

    /** The fee for a list. */
    String fee(ProcedureSummary summary) {
        return fee(summary.fee()) + (summary.feeVaries() ? texts.get("catalogue.fee-varies") : "");
    }

    /** Empty for a line of which nothing is handed in: it says something, or is only shown. */
    String quantity(Quantity quantity) {
        if (quantity.isNought()) {
            return "";
        }
        if (!quantity.stated()) {
            return texts.get("catalogue.quantity-missing");
        }
        return texts.get("catalogue.quantity", String.valueOf(quantity.originals()), String.valueOf(quantity.copies()));
    }

    /** Where a gap is, in words: {@code channels[0].deadline} is the first line of how to submit. */
    String place(String path) {
        Matcher part = PART.matcher(path);
        if (!part.lookingAt()) {
            return path;
        }
        String name = texts.get("catalogue.part." + part.group(1).toLowerCase(Locale.ROOT));
        return part.group(2) == null
                ? name
                : texts.get("catalogue.part-line", name, String.valueOf(Integer.parseInt(part.group(2)) + 1));
    }

    /** The address of a procedure's page on the national portal, and only there. */
    static Optional<String> portal(String address) {
        if (!address.startsWith("https://" + PORTAL + "/")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            return PORTAL.equals(uri.getHost()) ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> portal(Procedure procedure) {
        return portal(procedure.source().text(Field.ADDRESS.published()));
    }

    private String amount(Fee fee) {
        BigDecimal amount = fee.amount() == null ? BigDecimal.ZERO : fee.amount();
        return fee.currency().equals("VND") ? Formats.money(amount) : number(amount) + " " + fee.currency();
    }

    /** As {@link Formats#number}; without its cost for the small numbers that lists are full of. */
    static String number(long number) {
        return number >= 0 && number < THOUSAND ? Long.toString(number) : Formats.number(number);
    }

    private static String number(BigDecimal number) {
        if (number.scale() <= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return number(number.longValue());
        }
        NumberFormat format = NumberFormat.getNumberInstance(TextBundle.VIETNAMESE);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String key(String kind, String constant) {
        return "catalogue." + kind + "." + constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
