package vn.kientao.itests.security;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts objects that exist, belong to others or do not exist into the addresses of routes. */
final class Samples {
    /** What nothing is called that has no sample of its own. */
    private static final String NONE = "987654";

    static final String OWN_AGENCY = "P-AX";
    static final String OTHER_AGENCY = "X-VL";
    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final List<Sample> samples;
    private final Pattern words;

    Samples(List<Sample> samples) {
        this.samples = List.copyOf(samples);
        this.words = Pattern.compile(samples.stream()
                .flatMap(sample -> Stream.of(sample.own(), sample.foreign(), sample.missing()))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
    }

    /**
     * Objects for one kind of address.
     *
     * @param before the address up to the value, as its end
     * @param foreign the other agency's; the same as {@code own} for what belongs to no agency
     */
    record Sample(String before, String own, String foreign, String missing) {}

    /** Where a request goes: an agency and whose object. */
    enum Where {
        /** An address without agency and object. */
        HERE,
        /** An object of the platform, which belongs to no agency. */
        OBJECT,
        /** The own agency, with an own object where the address names one. */
        OWN,
        /** The other agency's address, with that agency's object. */
        ELSEWHERE,
        /** The own agency's address with the other agency's object. */
        FOREIGN,
        /** An object that is not there. */
        MISSING
    }

    /** What there is to try at a route. */
    List<Where> places(KnownRoute route) {
        if (!route.ofAgency()) {
            return route.ofObject() ? List.of(Where.OBJECT, Where.MISSING) : List.of(Where.HERE);
        }
        if (!route.ofObject()) {
            return List.of(Where.OWN, Where.ELSEWHERE);
        }
        return foreign(route)
                ? List.of(Where.OWN, Where.ELSEWHERE, Where.FOREIGN, Where.MISSING)
                : List.of(Where.OWN, Where.ELSEWHERE, Where.MISSING);
    }

    private boolean foreign(KnownRoute route) {
        return !path(route, Where.OWN).equals(path(route, Where.FOREIGN));
    }

    String path(KnownRoute route, Where where) {
        Matcher value = VALUE.matcher(route.address());
        StringBuilder path = new StringBuilder();
        while (value.find()) {
            String before = route.address().substring(0, value.start());
            value.appendReplacement(path, Matcher.quoteReplacement(value(before, value.group(1), where)));
        }
        return value.appendTail(path).toString();
    }

    private String value(String before, String name, Where where) {
        if (name.equals("agency")) {
            return where == Where.ELSEWHERE ? OTHER_AGENCY : OWN_AGENCY;
        }
        Optional<Sample> sample =
                samples.stream().filter(one -> before.endsWith(one.before())).findFirst();
        return switch (where) {
            case MISSING -> sample.map(Sample::missing).orElse(NONE);
            case ELSEWHERE, FOREIGN -> sample.map(Sample::foreign).orElse("1");
            default -> sample.map(Sample::own).orElse("1");
        };
    }

    /** What an answer says without the count of notices and other words that differ from request to request. */
    String shape(HttpResponse<String> answer) {
        String id = answer.headers().firstValue("X-Request-Id").orElse("no request id");
        String shape = answer.body()
                .replace(id, "…")
                .replaceAll("<time[^>]*>[^<]*</time>|\\d\\d:\\d\\d(:\\d\\d)?", "…")
                .replaceAll("\\s*<a class=\"kt-tool\" href=\"/notices\">.*?</a>\\s*", "\n")
                .replaceAll("name=\"csrf-token\" content=\"[^\"]*\"", "…")
                .replaceAll("\\s*\\R\\s*", "\n");
        return words.matcher(shape).replaceAll("…").replace(NONE, "…");
    }
}
