package vn.kientao.platform.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.audit.app.TrailQuery;

/**
 * The filter in the address. Days are typed {@code dd/MM/yyyy}; a day that is none is passed over and named.
 *
 * @param query what it means
 * @param wrongDays names of the fields whose value is no day
 */
record AuditFilter(TrailQuery query, List<String> wrongDays) {
    /** Names of the fields, in the order of the page. */
    static final List<String> FIELDS =
            List.of("account", "agency", "module", "action", "type", "object", "from", "until", "q");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static AuditFilter of(Request request) {
        List<String> wrong = new ArrayList<>();
        Optional<LocalDate> from = day(request, "from", wrong);
        Optional<LocalDate> until = day(request, "until", wrong);
        Optional<String> agency = request.agencyIfAny().map(Agency::code).or(() -> request.query("agency"));
        TrailQuery query = new TrailQuery(
                request.query("account"),
                agency,
                request.query("module"),
                request.query("action"),
                request.query("type"),
                request.query("object"),
                from.map(AuditFilter::begin),
                until.map(day -> begin(day.plusDays(1))),
                request.query("q"));
        return new AuditFilter(query, List.copyOf(wrong));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }

    private static Optional<LocalDate> day(Request request, String name, List<String> wrong) {
        Optional<String> typed = request.query(name);
        try {
            return typed.map(text -> LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            wrong.add(name);
            return Optional.empty();
        }
    }
}
