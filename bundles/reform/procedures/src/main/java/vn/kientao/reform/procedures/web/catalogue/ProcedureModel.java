package vn.kientao.reform.procedures.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.AgencyNames;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Result;
import vn.kientao.reform.procedures.domain.Step;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.reading.Cleaning;
import vn.kientao.reform.procedures.domain.variant.OnlineLevel;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;

/** One procedure with all its parts. */
public final class ProcedureModel {
    private final Page page;
    private final ProcedureVersion version;
    private final Procedure procedure;
    private final ProcedureSummary summary;
    private final CatalogueWords words;

    private final ProcedureTraits traits;

    ProcedureModel(Page page, ProcedureVersion version, ProcedureTraits traits) {
        this.traits = traits;
        this.page = page;
        this.version = version;
        this.procedure = version.procedure();
        this.summary = ProcedureSummary.of(procedure);
        this.words = new CatalogueWords(page.texts());
    }

    /** A name and what is known under it. */
    public record Fact(String name, String value, String note) {}

    /** A way to hand in. */
    public record Way(String kind, String limit, String limitNote, String limitSource, List<Line> fees, String note) {}

    /** A line and, when it adds something, the published words. */
    public record Line(String text, String source) {}

    /** The papers of a case. */
    public record Case(String name, List<Paper> papers) {}

    /** A paper to hand in. */
    public record Paper(String name, String note) {}

    /** A legal document. */
    public record Law(String number, String title, String issued) {}

    /** Something to complete. */
    public record Missing(String sentence, String field, String text) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String icon(String name) {
        return page.asset("vendor/bootstrap-icons/icons.svg") + "#" + name;
    }

    public String code() {
        return procedure.code().value();
    }

    public String name() {
        return procedure.name();
    }

    public String field() {
        return procedure.field();
    }

    public String levels() {
        return words.names("level", procedure.levels());
    }

    public Optional<String> portal() {
        return CatalogueWords.portal(procedure);
    }

    /** The summary beside the text. */
    public List<Fact> facts() {
        Stream<Fact> leading = Stream.of(
                new Fact(text("catalogue.limit"), words.limit(summary), ""),
                new Fact(text("catalogue.fee"), words.fee(summary), ""),
                fact("catalogue.channels", words.names("channel", summary.channels())),
                fact("catalogue.subjects", String.join(", ", procedure.subjects())),
                fact(
                        "catalogue.carried-out-by",
                        names(procedure.responsibility().carriedOutBy())),
                fact("catalogue.competent", names(procedure.responsibility().competent())),
                fact(
                        "catalogue.result",
                        String.join("; ", results().stream().map(Line::text).toList())));
        return leading.filter(fact -> !fact.value().isBlank()).toList();
    }

    /** What else the record says. */
    public List<Fact> details() {
        return Stream.of(
                        fact("catalogue.code", code()),
                        fact("catalogue.field", field()),
                        fact("catalogue.level", levels()),
                        fact("catalogue.decision", procedure.decision()),
                        fact("catalogue.kind", procedure.kind()),
                        fact(
                                "catalogue.receiving-address",
                                procedure.responsibility().receivingAddress()),
                        fact(
                                "catalogue.delegated",
                                names(procedure.responsibility().delegated())),
                        fact(
                                "catalogue.cooperating",
                                names(procedure.responsibility().cooperating())),
                        fact("catalogue.related", procedure.related()),
                        fact("catalogue.online-level", online()),
                        fact("catalogue.one-stop-exempt", traits.oneStopExempt() ? traits.exemptReason() : ""),
                        fact("catalogue.unit", traits.unit()),
                        fact(
                                "catalogue.version",
                                text(
                                        "catalogue.version-of",
                                        String.valueOf(version.number()),
                                        Formats.date(version.validFrom()))))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    public List<Way> ways() {
        return procedure.channels().stream().map(this::way).toList();
    }

    /** Whether any way says something beside limit and fee. */
    public boolean notes() {
        return procedure.channels().stream().anyMatch(channel -> !channel.note().isBlank());
    }

    public List<Case> cases() {
        Map<String, List<Paper>> cases = new LinkedHashMap<>();
        for (Component component : procedure.components()) {
            cases.computeIfAbsent(component.heading(), heading -> new ArrayList<>())
                    .add(paper(component));
        }
        return cases.entrySet().stream()
                .map(entry -> new Case(entry.getKey(), entry.getValue()))
                .toList();
    }

    public List<Line> results() {
        return procedure.results().stream().map(ProcedureModel::result).toList();
    }

    public List<Law> laws() {
        return procedure.legalBases().stream().map(ProcedureModel::law).toList();
    }

    public List<Step> steps() {
        return procedure.steps();
    }

    /** Whether the published text numbers its steps. */
    public boolean stepsNumbered() {
        return !procedure.steps().isEmpty() && procedure.steps().stream().allMatch(step -> step.number() > 0);
    }

    public String conditions() {
        return procedure.conditions();
    }

    /** Online in full, or in part with the published reason (Decree 224/2026/NĐ-CP, Article 14); empty when nobody said. */
    private String online() {
        if (traits.level() == OnlineLevel.UNSTATED) {
            return "";
        }
        String level = words.name("online-level", traits.level());
        if (traits.level() != OnlineLevel.PART) {
            return level;
        }
        String more = traits.reasonWords().isBlank() ? "" : ". " + traits.reasonWords();
        return level + ": " + words.name("part-reason", traits.reason()) + more;
    }

    public boolean mayDraft() {
        return page.can(PublicationPermissions.DRAFT);
    }

    public boolean mayConfigure() {
        return page.can(PublicationPermissions.CONFIGURE);
    }

    /** Whether it is for state bodies only. */
    public boolean internal() {
        return traits.internal();
    }

    /** The English name for English readers, when there is one. */
    public Optional<String> englishName() {
        return Optional.of(traits.englishName())
                .filter(name -> !name.isBlank() && page.locale().getLanguage().equals("en"));
    }

    /** When it was last brought up to date. */
    public String updated() {
        return Formats.time(version.importedAt());
    }

    public List<Missing> missing() {
        return version.gaps().stream()
                .map(gap -> new Missing(text(gap.key()), words.place(gap.field()), gap.text()))
                .toList();
    }

    private Paper paper(Component component) {
        Stream<String> forms = component.forms().stream().map(form -> text("catalogue.form", form));
        String note = Stream.concat(Stream.of(words.quantity(component.quantity())), forms)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Paper(component.name(), note);
    }

    private Way way(Channel channel) {
        boolean read = channel.deadline().counts().isPresent();
        return new Way(
                words.name("channel", channel.kind()),
                words.limit(channel.deadline()),
                words.limitNote(channel.deadline()),
                read ? channel.deadline().text() : "",
                channel.fees().stream().map(this::fee).toList(),
                channel.note());
    }

    /** A sum is taken at its word only when the record leaves no doubt; otherwise the words speak. */
    private Line fee(Fee fee) {
        String source = fee.text().isBlank() ? fee.note() : fee.text();
        String text = words.fee(fee);
        if (fee.certain()) {
            return new Line(text, fee.note());
        }
        return new Line(text, Cleaning.isNothing(source) || source.equals(text) ? "" : source);
    }

    private static Line result(Result result) {
        return result.name().isBlank() ? new Line(result.code(), "") : new Line(result.name(), result.code());
    }

    private static Law law(LegalBasis basis) {
        return new Law(
                basis.number(),
                basis.title(),
                basis.issuedOn().map(Formats::date).orElse(""));
    }

    private Fact fact(String key, String value) {
        return new Fact(text(key), value, "");
    }

    private static String names(AgencyNames agencies) {
        return agencies.text();
    }
}
