package vn.kientao.reform.steering.web.goal;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.TargetFilter;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.web.Acts;

/**
 * The filter in the address of a list of targets: {@code year}, {@code area}, {@code state}, {@code q}, and {@code after}, the code
 * of the target behind which a page begins.
 */
record TargetListQuery(TargetFilter filter, Optional<String> after) {
    static final String[] NAMES = {"year", "area", "state", "q", "after"};

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST = 200;

    static TargetListQuery of(Request request) {
        int year = request.query("year")
                .flatMap(TargetListQuery::year)
                .orElseGet(() -> Acts.today(request).getYear());
        return new TargetListQuery(
                new TargetFilter(
                        year,
                        request.query("area"),
                        request.query("state").flatMap(TargetState::of),
                        request.query("q")
                                .map(words -> Folding.fold(words.substring(0, Math.min(words.length(), LONGEST))))
                                .orElse("")),
                request.query("after"));
    }

    private static Optional<Integer> year(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR);
    }

    /** What follows the target behind which the page begins; all when none of that code is among them. */
    List<Progress> rest(List<Progress> all) {
        return after.map(code ->
                        all.stream().map(one -> one.target().code()).toList().indexOf(code))
                .filter(place -> place >= 0)
                .map(place -> all.subList(place + 1, all.size()))
                .orElse(all);
    }
}
