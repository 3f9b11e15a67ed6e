package vn.kientao.reform.procedures.web.variant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.variant.Receivers;
import vn.kientao.reform.procedures.app.variant.Traits;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.publication.FeeLines;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.domain.variant.OnlineLevel;
import vn.kientao.reform.procedures.domain.variant.PartReason;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.domain.variant.VariantFlag;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.Reading;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** What the province says of one procedure: whom it is for, how far it goes online, its cases, who receives it. */
@Component
public final class ConfigurePages implements ModuleRoutes {
    static final String PREFIX = "configure.field";
    private static final String ONE = "/catalogue/{code}/configure";
    private static final int SHORT = 400;
    private static final int LONG = 1000;
    private static final int LONGER = 2000;

    private final Catalogue catalogue;
    private final Traits traits;
    private final Variants variants;
    private final Receivers receivers;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ConfigurePages(
            @Reference Catalogue catalogue,
            @Reference Traits traits,
            @Reference Variants variants,
            @Reference Receivers receivers,
            @Reference Agencies agencies) {
        this.catalogue = catalogue;
        this.traits = traits;
        this.variants = variants;
        this.receivers = receivers;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(ONE, PublicationPermissions.CONFIGURE, this::show);
        routes.post(ONE + "/traits", PublicationPermissions.CONFIGURE, this::saveTraits);
        routes.post(ONE + "/variants", PublicationPermissions.CONFIGURE, this::defineVariant);
        routes.post(ONE + "/variants/{id}/end", PublicationPermissions.CONFIGURE, this::endVariant);
        routes.post(ONE + "/receivers", PublicationPermissions.CONFIGURE, this::nameReceiver);
        routes.post(ONE + "/receivers/{id}/end", PublicationPermissions.CONFIGURE, this::endReceiver);
    }

    private CatalogueEntry entry(Request request) {
        return catalogue.entry(request.pathValue("code")).orElseThrow(By::notFound);
    }

    private Reply show(Request request) {
        return page(request, "", Map.of(), new FormErrors(), Optional.empty());
    }

    /** @param form the one that was not taken, with what was typed; empty for none */
    private Reply.View page(
            Request request, String form, Map<String, String> typed, FormErrors errors, Optional<String> refusal) {
        Page page = request.page();
        CatalogueEntry entry = entry(request);
        ConfigureModel model = new ConfigureModel(
                page,
                entry,
                traits.of(entry.code()),
                variants.all(entry.code()),
                receivers.of(entry.code()),
                LocalDate.ofInstant(request.now(), Formats.ZONE),
                new ConfigureModel.Typed(form, typed, errors, refusal));
        return By.page(entry.summary().name(), templates.variantConfigure(model))
                .crumbs(
                        new Reply.Crumb(page.text("catalogue.title-staff"), page.link("/catalogue")),
                        new Reply.Crumb(entry.code(), page.link("/catalogue/" + entry.code())));
    }

    private Reply done(Request request) {
        Page page = request.page();
        return Reply.seeOther(page.link("/catalogue/" + entry(request).code() + "/configure"))
                .flash(page.text("configure.done"));
    }

    private Reply take(Request request, String form, Reading reading, Runnable change) {
        if (!reading.errors().isEmpty()) {
            return page(request, form, request.fields(), reading.errors(), Optional.empty())
                    .status(422);
        }
        try {
            change.run();
            return done(request);
        } catch (StaleRecordException e) {
            String words = request.page().text("configure.overtaken");
            return page(request, form, request.fields(), reading.errors(), Optional.of(words))
                    .status(409);
        }
    }

    private Reply saveTraits(Request request) {
        String code = entry(request).code();
        Reading reading = new Reading(request, PREFIX);
        Audience audience = reading.choice("audience", Audience.values()).orElse(Audience.PUBLIC);
        OnlineLevel level = reading.choice("level", OnlineLevel.values()).orElse(OnlineLevel.UNSTATED);
        PartReason chosen = reading.choice("reason", PartReason.values()).orElse(PartReason.NONE);
        PartReason reason = level == OnlineLevel.PART ? chosen : PartReason.NONE;
        String words = reading.optional("reasonWords", LONGER);
        String exemptReason = reading.optional("exemptReason", LONGER);
        String englishName = reading.optional("englishName", LONGER);
        String unit = reading.optional("unitName", SHORT);
        if (level == OnlineLevel.PART && reason == PartReason.NONE) {
            reading.mistake("reason", "required");
        }
        return take(request, "traits", reading, () -> {
            ProcedureTraits said = new ProcedureTraits(
                    audience, level, reason, words, !exemptReason.isEmpty(), exemptReason, englishName, unit);
            traits.save(code, said, By.seen(request), By.of(request));
        });
    }

    private Reply defineVariant(Request request) {
        String code = entry(request).code();
        Reading reading = new Reading(request, PREFIX);
        String key = reading.required("key", 40);
        if (!key.isEmpty() && !key.matches("[a-z0-9-]{1,40}")) {
            reading.mistake("key", "key");
        }
        String name = reading.required("name", LONG);
        String english = reading.optional("nameEn", LONG);
        Deadline time = deadline(reading, "limit");
        Deadline online = deadline(reading, "online");
        Fee fee = FeeLines.read(reading.optional("fee", LONG)).get(0);
        String form = reading.optional("form", SHORT);
        String workflow = reading.optional("workflow", 60);
        LocalDate from = reading.day("validFrom");
        String basis = reading.required("legalBasis", LONG);
        return take(request, "variant", reading, () -> {
            Variant made = new Variant(
                    0,
                    code,
                    key,
                    new LocalText(name, english.isEmpty() ? name : english),
                    time,
                    online,
                    fee,
                    form,
                    workflow,
                    flags(request),
                    from,
                    Optional.empty(),
                    basis);
            long open = variants.all(code).stream()
                    .filter(one -> one.key().equals(key) && one.validTo().isEmpty())
                    .mapToLong(Variant::id)
                    .findFirst()
                    .orElse(0);
            variants.define(made, open, By.of(request));
        });
    }

    private static Deadline deadline(Reading reading, String name) {
        Optional<Integer> amount = reading.number(name + "Amount");
        Optional<DeadlineUnit> unit = reading.choice(name + "Unit", DeadlineUnit.values());
        String words = reading.optional(name + "Text", LONG);
        if (unit.isPresent() && amount.isEmpty()) {
            reading.mistake(name + "Amount", "amount-missing");
            return Deadline.unread(words);
        }
        if (amount.isPresent() && unit.isEmpty()) {
            reading.mistake(name + "Unit", "unit-missing");
        }
        @Nullable BigDecimal number = amount.map(BigDecimal::valueOf).orElse(null);
        return new Deadline(number, unit.orElse(null), false, words);
    }

    private static Set<VariantFlag> flags(Request request) {
        Set<VariantFlag> flags = EnumSet.noneOf(VariantFlag.class);
        List<String> chosen = request.fieldAll("flags");
        Arrays.stream(VariantFlag.values())
                .filter(flag -> chosen.contains(flag.name()))
                .forEach(flags::add);
        return flags;
    }

    private Reply endVariant(Request request) {
        String code = entry(request).code();
        Variant variant = variants.find(By.id(request, "id"))
                .filter(one -> one.code().equals(code))
                .orElseThrow(By::notFound);
        Reading reading = new Reading(request, PREFIX);
        LocalDate last = reading.day("lastDay");
        return take(request, "end", reading, () -> variants.end(variant, last, By.of(request)));
    }

    private Reply nameReceiver(Request request) {
        String code = entry(request).code();
        Reading reading = new Reading(request, PREFIX);
        String agency = reading.required("agency", 40);
        if (!agency.isEmpty() && agencies.find(agency).isEmpty()) {
            reading.mistake("agency", "agency");
        }
        LocalDate from = reading.day("receivesFrom");
        String basis = reading.optional("receiverBasis", LONG);
        return take(request, "receiver", reading, () -> receivers.name(code, agency, from, basis, By.of(request)));
    }

    private Reply endReceiver(Request request) {
        String code = entry(request).code();
        long id = By.id(request, "id");
        if (receivers.of(code).stream().noneMatch(one -> one.id() == id)) {
            throw By.notFound();
        }
        Reading reading = new Reading(request, PREFIX);
        LocalDate last = reading.day("lastDay");
        return take(request, "end", reading, () -> receivers.end(code, id, last, By.of(request)));
    }
}
