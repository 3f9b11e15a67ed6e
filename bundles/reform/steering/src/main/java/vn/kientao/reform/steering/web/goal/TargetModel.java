package vn.kientao.reform.steering.web.goal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.CountedValue;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The page of a target.
 *
 * @param year the present one
 * @param responsible name of the agency that answers for it; empty when it is not known
 * @param figure name of the figure of a module that measures it; empty when none does
 * @param people name by account, of those who entered values
 * @param enters whether the reader may enter values
 */
public record TargetModel(
        Page page,
        Targets.View view,
        int year,
        List<Area> areas,
        String responsible,
        String figure,
        AgencyNames names,
        Map<String, String> people,
        boolean enters) {
    public TargetModel {
        areas = List.copyOf(areas);
        people = Map.copyOf(people);
    }

    public Target target() {
        return view.target();
    }

    public String name() {
        return page.texts().get(target().name());
    }

    public boolean keeps() {
        return page.can(SteeringPermissions.PROGRAMME);
    }

    public TargetState state() {
        return view.progress().state(year);
    }

    public String style(TargetState state) {
        return TargetWords.style(state);
    }

    public String area() {
        return areas.stream()
                .filter(area -> area.code().equals(target().area()))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(target().area());
    }

    /** The addresses among the words of the source. */
    public List<String> addresses() {
        return words(true);
    }

    /** What of the source is no address. */
    public String source() {
        return String.join(" ", words(false));
    }

    private List<String> words(boolean address) {
        return Arrays.stream(target().source().split("\\s+"))
                .filter(word -> !word.isEmpty() && address(word) == address)
                .toList();
    }

    static boolean address(String word) {
        return word.matches("https?://\\S+");
    }

    public String validity() {
        String from = Formats.date(target().validFrom());
        return target().validTo()
                .map(to -> page.text("target.valid.to", from, Formats.date(to)))
                .orElseGet(() -> page.text("target.valid.from", from));
    }

    /** A year of the roadmap. */
    public record Year(int year, Optional<Target.Wanted> wanted, Optional<Progress.Actual> actual, TargetState state) {}

    /** Every year for which something is to be reached or is known, and the present one. */
    public List<Year> years() {
        Progress progress = view.progress();
        return progress.years().stream()
                .map(one -> new Year(
                        one,
                        target().wanted(one).filter(wanted -> wanted.year() == one),
                        progress.in(one),
                        progress.state(one)))
                .toList();
    }

    /** Whether anything can be said yet about how a year stands. */
    public boolean said(Year one) {
        return one.year() <= year && one.state() != TargetState.NO_DATA;
    }

    public String wanted(Year one) {
        return one.wanted()
                .map(wanted -> TargetWords.wanted(page, target(), wanted.amount()))
                .orElse("–");
    }

    public String actual(Year one) {
        return one.actual()
                .map(actual -> TargetWords.amount(target(), actual.amount()))
                .orElse("–");
    }

    public String origin(Year one) {
        return one.actual().map(actual -> TargetWords.origin(page, actual)).orElse("");
    }

    /** The newest that is known, in words; empty when nothing is. */
    public Optional<Progress.Actual> present() {
        return view.progress().by(year);
    }

    public String amount(Progress.Actual actual) {
        return TargetWords.amount(target(), actual.amount());
    }

    public String origin(Progress.Actual actual) {
        return TargetWords.origin(page, actual);
    }

    /** What is to be reached now, in words; empty when nothing is. */
    public Optional<String> goal() {
        return target().wanted(year)
                .map(one ->
                        page.text("target.goal", TargetWords.wanted(page, target(), one.amount()), "" + one.year()));
    }

    public Optional<Roadmap> roadmap() {
        return Roadmap.of(view.progress());
    }

    /** What was counted last. */
    public Optional<CountedValue> counted() {
        return target().indicator()
                .flatMap(code -> view.progress().counted().stream().max(Comparator.comparingInt(CountedValue::year)));
    }

    /** The agencies at which there was something to count. */
    public List<CountedValue.Part> parts(CountedValue value) {
        return value.parts().stream().filter(part -> part.amount().isPresent()).toList();
    }

    public String amount(CountedValue.Part part) {
        return part.amount().map(one -> TargetWords.amount(target(), one)).orElse("–");
    }

    public String share(CountedValue.Part part) {
        return part.denominator().isPresent()
                ? Formats.number(part.numerator().orElse(0)) + " / "
                        + Formats.number(part.denominator().getAsLong())
                : "";
    }

    /** The list behind the value of an agency; only of the reader's own. */
    public Optional<String> list(CountedValue.Part part) {
        return Optional.of(part.address())
                .filter(address -> !address.isEmpty())
                .filter(address ->
                        page.agencyCode().filter(part.agency()::equals).isPresent());
    }

    public String amount(ActualValue value) {
        return value.amount()
                .map(one -> TargetWords.amount(target(), one))
                .orElseGet(() -> page.text("target.taken-back"));
    }

    public String period(ActualValue value) {
        return TargetWords.period(page, value.period(), value.year());
    }

    /** Whether no later edition stands in its place. */
    public boolean counts(ActualValue value) {
        return view.newest(value).filter(newest -> newest.id() == value.id()).isPresent();
    }

    public String who(ActualValue value) {
        String agency = value.agency().isEmpty() ? "" : names.of(value.agency());
        return Stream.of(people.getOrDefault(value.account(), ""), agency)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    public boolean linked(ActualValue value) {
        return address(value.evidence());
    }

    public String file(ActualValue value, StoredFile file) {
        return page.link("/targets/" + target().code() + "/values/" + value.id() + "/files/" + file.id());
    }

    public String correct(ActualValue value) {
        return page.link("/targets/" + target().code() + "/values/" + value.id());
    }
}
