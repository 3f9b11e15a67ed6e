package vn.kientao.reform.steering.web.goal;

import static vn.kientao.reform.steering.web.Typed.put;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.CountedValue;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;

/**
 * A target for programs, as seen in a year.
 *
 * @param direction {@code MIN} when more is better, {@code MAX} when less is
 * @param responsible code of the agency that answers for it today; absent when it is not known
 * @param wanted what counts in the year
 * @param actual the newest by that year
 */
public record TargetJson(
        String code,
        long version,
        String area,
        LocalText name,
        String unit,
        String direction,
        @Nullable String indicator,
        @Nullable String responsible,
        String legalBasis,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<Integer, BigDecimal> values,
        int year,
        @Nullable Wanted wanted,
        @Nullable Actual actual,
        String state) {
    public TargetJson {
        values = Map.copyOf(values);
    }

    /** What is to be reached by the end of a year. */
    public record Wanted(int year, BigDecimal amount) {}

    /** @param origin {@code COUNTED} by a module, or {@code ENTERED} */
    public record Actual(int year, String period, LocalDate asOf, BigDecimal amount, String origin) {}

    static TargetJson of(Progress progress, int year, Optional<String> responsible) {
        Target target = progress.target();
        return new TargetJson(
                target.code(),
                target.version(),
                target.area(),
                target.name(),
                target.unit(),
                target.atLeast() ? "MIN" : "MAX",
                target.indicator().orElse(null),
                responsible.orElse(null),
                target.legalBasis(),
                target.source(),
                target.validFrom(),
                target.validTo().orElse(null),
                target.values(),
                year,
                target.wanted(year)
                        .map(one -> new Wanted(one.year(), one.amount()))
                        .orElse(null),
                progress.by(year)
                        .map(one -> new Actual(
                                one.year(),
                                one.period().name(),
                                one.asOf(),
                                one.amount(),
                                one.counted() ? "COUNTED" : "ENTERED"))
                        .orElse(null),
                progress.state(year).name());
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(
            List<TargetJson> targets, @Nullable String after) {
        public Listing {
            targets = List.copyOf(targets);
        }
    }

    /** A target with every edition of every entered value, newest first, and what was counted. */
    public record Whole(TargetJson target, List<Entered> entered, List<Counted> counted) {
        public Whole {
            entered = List.copyOf(entered);
            counted = List.copyOf(counted);
        }

        static Whole of(Targets.View view, TargetJson target) {
            return new Whole(
                    target,
                    view.history().stream().map(Entered::of).toList(),
                    view.progress().counted().stream().map(Counted::of).toList());
        }
    }

    /** @param amount absent when the value was taken back */
    public record Entered(
            int year,
            String period,
            int edition,
            @Nullable BigDecimal amount,
            LocalDate knownOn,
            String evidence,
            String note,
            String reason,
            String agency,
            LocalDateTime at) {
        static Entered of(ActualValue value) {
            return new Entered(
                    value.year(),
                    value.period().name(),
                    value.edition(),
                    value.amount().orElse(null),
                    value.knownOn(),
                    value.evidence(),
                    value.note(),
                    value.reason(),
                    value.agency(),
                    value.at());
        }
    }

    /** What was counted of a year, all agencies together. */
    public record Counted(int year, LocalDate to, @Nullable BigDecimal amount, int agencies) {
        static Counted of(CountedValue value) {
            return new Counted(
                    value.year(),
                    value.to(),
                    value.amount().orElse(null),
                    value.parts().size());
        }
    }

    /**
     * A value that a program enters or, when its period has one, corrects.
     *
     * @param period {@code QUARTER}, {@code HALF_YEAR}, {@code NINE_MONTHS} or {@code YEAR}
     * @param takeBack takes the value of the period back, without another
     * @param reason of a correction
     */
    public record NewValue(
            @Nullable Integer year,
            @Nullable String period,
            @Nullable BigDecimal amount,
            @Nullable LocalDate knownOn,
            @Nullable String evidence,
            @Nullable String note,
            @Nullable Boolean takeBack,
            @Nullable String reason) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "year", year);
            put(values, "period", period);
            put(values, "amount", amount == null ? null : amount.toPlainString());
            put(values, "knownOn", knownOn == null ? null : Formats.date(knownOn));
            put(values, "evidence", evidence);
            put(values, "note", note);
            put(values, "takeBack", Boolean.TRUE.equals(takeBack) ? "1" : null);
            put(values, "reason", reason);
            return values;
        }
    }
}
