package vn.kientao.reform.procedures.app.dossierimport;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.ReceivedUnder;

/** What rows are held against, asked once for each import and not for each row. */
final class Lookups {
    /** A code of the national database may go on with the agency's: {@code 1.001776.000.00.00.H12}. */
    private static final Pattern WITH_AGENCY = Pattern.compile("(\\d+\\.\\d{6})\\..+");

    private final DeskProcedures procedures;
    private final Deadlines deadlines;
    private final List<DeadlineRule> rules;
    private final Set<String> agencies = new HashSet<>();
    private final Map<String, Optional<Known>> known = new HashMap<>();

    Lookups(DeskProcedures procedures, Agencies agencies, Deadlines deadlines, List<DeadlineRule> rules) {
        this.procedures = procedures;
        this.deadlines = deadlines;
        this.rules = rules;
        agencies.all().stream().map(Agency::code).forEach(this.agencies::add);
    }

    /** A procedure as far as rows ask for it: the papers of a whole catalogue would fill the memory. */
    record Known(ReceivedUnder under, Map<DossierChannel, DeskProcedure.StatedLimit> limits) {
        String limitText(DossierChannel channel) {
            return Optional.ofNullable(limits.get(channel))
                    .map(DeskProcedure.StatedLimit::text)
                    .orElse("");
        }
    }

    /** The procedure in force under a code. */
    Optional<Known> procedure(String code) {
        return known.computeIfAbsent(code, this::find);
    }

    private Optional<Known> find(String code) {
        Matcher longer = WITH_AGENCY.matcher(code);
        return procedures
                .current(code)
                .or(() -> longer.matches() ? procedures.current(longer.group(1)) : Optional.empty())
                .map(found -> new Known(found.receivedUnder(), found.limits()));
    }

    boolean agency(String code) {
        return agencies.contains(code);
    }

    /** The rule set that was in force on the day of receipt. */
    Optional<DeadlineRule> rule(LocalDateTime received) {
        return rules.stream()
                .filter(rule -> rule.inForce(received.toLocalDate()))
                .findFirst();
    }

    /** The date counted by that rule set; empty when the procedure states no limit, or no rule was in force. */
    Optional<Appointment> counted(Known procedure, DossierChannel channel, LocalDateTime received) {
        Optional<TimeLimit> limit =
                Optional.ofNullable(procedure.limits().get(channel)).flatMap(DeskProcedure.StatedLimit::limit);
        return limit.flatMap(stated -> rule(received).map(rule -> {
            DueDate due = deadlines.due(received, stated, rule.reading());
            return Appointment.Counted.of(due, stated, procedure.limitText(channel), rule);
        }));
    }
}
