package vn.kientao.reform.procedures.web.variant;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.domain.variant.KeptTraits;
import vn.kientao.reform.procedures.domain.variant.OnlineLevel;
import vn.kientao.reform.procedures.domain.variant.PartReason;
import vn.kientao.reform.procedures.domain.variant.Receiver;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.domain.variant.VariantFlag;
import vn.kientao.reform.procedures.web.form.FormModel;
import vn.kientao.reform.procedures.web.form.Input;
import vn.kientao.reform.procedures.web.form.Inputs;

/** What the province says of one procedure, with the forms that change it. */
public final class ConfigureModel {
    private final Page page;
    private final CatalogueEntry entry;
    private final KeptTraits kept;
    private final List<Variant> variants;
    private final List<Receiver> receivers;
    private final LocalDate today;
    private final Typed typed;

    /** A form that was not taken. */
    record Typed(String form, Map<String, String> values, FormErrors errors, Optional<String> refusal) {
        Typed {
            values = Map.copyOf(values);
        }
    }

    ConfigureModel(
            Page page,
            CatalogueEntry entry,
            KeptTraits kept,
            List<Variant> variants,
            List<Receiver> receivers,
            LocalDate today,
            Typed typed) {
        this.page = page;
        this.entry = entry;
        this.kept = kept;
        this.variants = List.copyOf(variants);
        this.receivers = List.copyOf(receivers);
        this.today = today;
        this.typed = typed;
    }

    /** A line of a list that can be ended. */
    public record Row(String name, String what, String validity, boolean open, String end) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String name() {
        return entry.summary().name();
    }

    public String code() {
        return entry.code();
    }

    public String today() {
        return Formats.date(today);
    }

    public List<Row> variants() {
        return variants.stream()
                .map(one -> new Row(
                        one.name().in(page.locale()) + " (" + one.key() + ")",
                        limit(one.time()) + " · " + one.fee().text(),
                        validity(one.validFrom(), one.validTo()),
                        one.validTo().isEmpty(),
                        link("/variants/" + one.id() + "/end")))
                .toList();
    }

    public List<Row> receivers() {
        return receivers.stream()
                .map(one -> new Row(
                        one.agency(),
                        one.legalBasis(),
                        validity(one.validFrom(), one.validTo()),
                        one.validTo().isEmpty(),
                        link("/receivers/" + one.id() + "/end")))
                .toList();
    }

    private String limit(Deadline limit) {
        return limit.counts().isEmpty()
                ? limit.text()
                : limit.number().orElseThrow().toPlainString() + " "
                        + text("publication.unit." + Inputs.word(limit.counts().get()));
    }

    private String validity(LocalDate from, Optional<LocalDate> to) {
        return to.map(last -> text("configure.from-to", Formats.date(from), Formats.date(last)))
                .orElseGet(() -> text("configure.from", Formats.date(from)));
    }

    private String link(String below) {
        return page.link("/catalogue/" + entry.code() + "/configure" + below);
    }

    /** The form that was not taken says why on top of the page. */
    public FormModel errors() {
        return form("", Map.of(), List.of(), typed.errors(), typed.refusal());
    }

    public FormModel traits() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("audience", kept.traits().audience().name());
        values.put("level", kept.traits().level().name());
        values.put("reason", kept.traits().reason().name());
        values.put("reasonWords", kept.traits().reasonWords());
        values.put("exemptReason", kept.traits().exemptReason());
        values.put("englishName", kept.traits().englishName());
        values.put("unitName", kept.traits().unit());
        Inputs inputs = inputs("traits", values);
        return form(
                "/traits",
                Map.of("version", String.valueOf(kept.version())),
                List.of(
                        inputs.choice("audience", "catalogue.audience", Audience.values()),
                        inputs.choice("level", "catalogue.online-level", OnlineLevel.values()),
                        inputs.hinted(
                                inputs.choice("reason", "catalogue.part-reason", PartReason.values()),
                                "configure.reason-hint"),
                        inputs.area("reasonWords", 2),
                        inputs.hinted(inputs.area("exemptReason", 2), "configure.exempt-hint"),
                        inputs.text("englishName"),
                        inputs.text("unitName")),
                new FormErrors(),
                Optional.empty());
    }

    public FormModel variant() {
        Inputs inputs = inputs("variant", Map.of("validFrom", today()));
        return form(
                "/variants",
                Map.of(),
                List.of(
                        inputs.hinted(inputs.text("key"), "configure.key-hint"),
                        inputs.text("name"),
                        inputs.text("nameEn"),
                        inputs.number("limitAmount"),
                        inputs.choice("limitUnit", "publication.unit", DeadlineUnit.values()),
                        inputs.text("limitText"),
                        inputs.number("onlineAmount"),
                        inputs.choice("onlineUnit", "publication.unit", DeadlineUnit.values()),
                        inputs.text("onlineText"),
                        inputs.hinted(inputs.text("fee"), "publication.fees-hint"),
                        inputs.text("form"),
                        inputs.text("workflow"),
                        inputs.many("flags", "configure.flag", VariantFlag.values()),
                        inputs.day("validFrom"),
                        inputs.text("legalBasis")),
                new FormErrors(),
                Optional.empty());
    }

    public FormModel receiver() {
        Inputs inputs = inputs("receiver", Map.of("receivesFrom", today()));
        return form(
                "/receivers",
                Map.of(),
                List.of(
                        inputs.hinted(inputs.text("agency"), "configure.agency-hint"),
                        inputs.day("receivesFrom"),
                        inputs.text("receiverBasis")),
                new FormErrors(),
                Optional.empty());
    }

    private Inputs inputs(String form, Map<String, String> values) {
        boolean mine = typed.form().equals(form);
        return new Inputs(
                page, ConfigurePages.PREFIX, mine ? typed.values() : values, mine ? typed.errors() : new FormErrors());
    }

    private FormModel form(
            String below, Map<String, String> hidden, List<Input> inputs, FormErrors errors, Optional<String> refusal) {
        return new FormModel(
                page,
                "",
                "",
                link(below),
                text("configure.save" + below.replace('/', '.')),
                page.link("/catalogue/" + entry.code()),
                hidden,
                List.of(new FormModel.Group("", inputs)),
                errors,
                refusal,
                Optional.empty());
    }
}
