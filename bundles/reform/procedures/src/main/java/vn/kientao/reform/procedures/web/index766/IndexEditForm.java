package vn.kientao.reform.procedures.web.index766;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;

/** Reads the form of sub-points; every refusal names field, value and expectation. */
final class IndexEditForm {
    private static final TextBundle TEXTS = TextBundle.of(IndexEditForm.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 1000;

    private final Request request;
    private final FormErrors errors;

    IndexEditForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
    }

    /** The items with what was typed, by code; only those that differ. */
    Map<String, IndexItem> changes(IndexVersion version) {
        Map<String, IndexItem> changes = new HashMap<>();
        for (IndexItem item : version.items()) {
            Optional<BigDecimal> most = number("most-" + item.code(), BigDecimal.ZERO);
            Optional<BigDecimal> full = number("full-" + item.code(), new BigDecimal("0.01"));
            IndexItem changed = item.with(most, full.orElse(item.fullAt()));
            if (!same(item, changed)) {
                changes.put(item.code(), changed);
            }
        }
        checkGroups(version, changes);
        if (changes.isEmpty() && errors.isEmpty()) {
            errors.add("reason", TEXTS.text("index766.error.same"));
        }
        return changes;
    }

    private static boolean same(IndexItem item, IndexItem other) {
        return item.most()
                        .map(BigDecimal::stripTrailingZeros)
                        .equals(other.most().map(BigDecimal::stripTrailingZeros))
                && item.fullAt().compareTo(other.fullAt()) == 0;
    }

    /** The sub-points of a group are together no more than the group. */
    private void checkGroups(IndexVersion version, Map<String, IndexItem> changes) {
        for (IndexItem group : version.groups()) {
            Optional<BigDecimal> most =
                    changes.getOrDefault(group.code(), group).most();
            BigDecimal sum = version.of(group).stream()
                    .flatMap(item -> changes.getOrDefault(item.code(), item).most().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (most.filter(points -> sum.compareTo(points) > 0).isPresent()) {
                errors.add(
                        "most-" + group.code(),
                        TEXTS.text("index766.error.sum", IndexModel.number(sum), IndexModel.number(most.get())));
            }
        }
    }

    LocalDate validFrom(LocalDate otherwise) {
        String given = request.field("from").orElse("");
        try {
            return LocalDate.parse(given, DAY);
        } catch (DateTimeException e) {
            errors.add("from", TEXTS.text("index766.error.day", given));
            return otherwise;
        }
    }

    String reason() {
        String reason = request.field("reason").orElse("");
        if (reason.isEmpty() || reason.length() > LONGEST) {
            errors.add("reason", TEXTS.text("index766.error.reason", "" + reason.length()));
        }
        return reason;
    }

    long seen() {
        String seen = request.field("seen").orElse("");
        return seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
    }

    private Optional<BigDecimal> number(String field, BigDecimal least) {
        Optional<String> given = request.field(field).map(text -> text.replace(',', '.'));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.get().matches("\\d{1,3}(\\.\\d{1,2})?")) {
            BigDecimal number = new BigDecimal(given.get());
            if (number.compareTo(least) >= 0 && number.compareTo(HUNDRED) <= 0) {
                return Optional.of(number);
            }
        }
        errors.add(field, TEXTS.text("index766.error.number", given.get(), least.toString()));
        return Optional.empty();
    }
}
