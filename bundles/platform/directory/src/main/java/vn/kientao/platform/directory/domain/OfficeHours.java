package vn.kientao.platform.directory.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hours worked on a working day (giờ làm việc), such as 07:00–11:30 and 13:30–17:00. The closing minute still belongs
 * to the span: what arrives at 17:00 sharp arrived in time.
 */
public record OfficeHours(List<Span> spans) {

    public OfficeHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("office hours are empty (expected: at least one span)");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (!spans.get(i).opens().isAfter(spans.get(i - 1).closes())) {
                throw new IllegalArgumentException(
                        spans.get(i) + " follows " + spans.get(i - 1) + " (expected: a later, separate span)");
            }
        }
    }

    /** Reads {@code "07:00-11:30,13:30-17:00"}. */
    public static OfficeHours parse(String text) {
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-");
            if (ends.length != 2) {
                throw new IllegalArgumentException("office hours '" + text + "' (expected: 07:00-11:30,13:30-17:00)");
            }
            spans.add(new Span(time(ends[0]), time(ends[1])));
        }
        return new OfficeHours(spans);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("time '" + text + "' (expected: HH:mm)", e);
        }
    }

    public LocalTime opens() {
        return spans.get(0).opens();
    }

    public LocalTime closes() {
        return spans.get(spans.size() - 1).closes();
    }

    /** How much is worked on one day. */
    public Duration perDay() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The first worked moment at or after {@code time}; empty after closing. */
    public Optional<LocalTime> nextWorked(LocalTime time) {
        return spans.stream()
                .filter(span -> !time.isAfter(span.closes()))
                .findFirst()
                .map(span -> time.isBefore(span.opens()) ? span.opens() : time);
    }

    /** The form that {@link #parse} reads. */
    public String text() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }

    /** One unbroken stretch of work. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "span " + opens + "-" + closes + " (expected: opens before it closes)");
            }
        }

        Duration length() {
            return Duration.between(opens, closes);
        }

        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }
}
