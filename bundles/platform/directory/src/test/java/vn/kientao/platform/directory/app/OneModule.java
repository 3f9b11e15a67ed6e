package vn.kientao.platform.directory.app;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.time.DeadlineSource;
import vn.kientao.platform.api.time.Deadlines.Reading;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;

/** One module with two open deadlines, of which one spans 24/11/2026. */
public final class OneModule implements Extensions, DeadlineSource {
    private final List<String> told = new ArrayList<>();

    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        return everywhere(type, question);
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return List.of(question.apply(type.cast(this)));
    }

    @Override
    public List<OpenDeadline> openBetween(LocalDate from, LocalDate to) {
        return List.of(
                        open("P-AX-261123-0001", "2026-11-23T09:00", "2026-11-25T09:00"),
                        open("P-AX-261116-0001", "2026-11-16T09:00", "2026-11-18T09:00"))
                .stream()
                .filter(open -> !open.due().toLocalDate().isBefore(from)
                        && !open.received().toLocalDate().isAfter(to))
                .toList();
    }

    @Override
    public int calendarChanged(LocalDate from, LocalDate to) {
        told.add(from + " " + to);
        return openBetween(from, to).size();
    }

    List<String> told() {
        return told;
    }

    private static OpenDeadline open(String subject, String received, String due) {
        return new OpenDeadline(
                "P-AX",
                subject,
                LocalDateTime.parse(received),
                new TimeLimit(2, Unit.WORKING_DAY),
                Reading.EIGHT_HOUR_CLOCK,
                LocalDateTime.parse(due));
    }
}
