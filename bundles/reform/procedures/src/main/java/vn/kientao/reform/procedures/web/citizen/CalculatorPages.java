package vn.kientao.reform.procedures.web.citizen;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.app.dossier.DossierDesk;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.DueView;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Counts when a result would be due (tính hạn trả kết quả): procedure, way of handing in, day and time of receipt → the
 * due date with the explanation of every day, by the very rules by which the desk counts. Everything stands in the
 * address, so that a calculation can be passed on.
 */
@Component
public final class CalculatorPages implements ModuleRoutes {
    private static final int MOST_HITS = 20;
    private static final int YEARS_AROUND = 1;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:hH.]([0-5]\\d)");

    private final DeskProcedures procedures;
    private final DossierDesk desk;
    private final Templates templates = new StaticTemplates();

    @Activate
    public CalculatorPages(@Reference DeskProcedures procedures, @Reference DossierDesk desk) {
        this.procedures = procedures;
        this.desk = desk;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/deadline", Permission.ANYONE, this::calculate).menu("calculator.menu", "calendar-event", 30);
    }

    private Reply calculate(Request request) {
        Map<String, String> values = values(request);
        FormErrors errors = new FormErrors();
        String code = values.getOrDefault("code", "");
        Optional<DeskProcedure> whole = code.isEmpty() ? Optional.empty() : procedures.current(code);
        List<DeskVariant> variants = whole.map(one ->
                        procedures.variants(one.code(), Words.now(request).toLocalDate()))
                .orElse(List.of());
        Optional<DeskProcedure> procedure = whole.map(one -> variants.stream()
                .filter(variant -> variant.key().equals(values.get("variant")))
                .findFirst()
                .map(one::in)
                .orElse(one));
        if (!code.isEmpty() && procedure.isEmpty()) {
            errors.add("q", Words.text("calculator.error.procedure", code));
        }
        Optional<LocalDateTime> received =
                procedure.isPresent() && request.query("day").isPresent()
                        ? received(request, values, errors)
                        : Optional.empty();
        Optional<DueView> due = received.flatMap(
                        at -> procedure.flatMap(one -> desk.appointment(one, channel(one, values), at)))
                .map(appointment -> DueView.of(appointment, request.page().texts()));
        List<DeskProcedures.Hit> hits = procedure.isPresent() ? List.of() : hits(values.getOrDefault("q", ""));
        CalculatorModel model = new CalculatorModel(
                new FormView(request.page(), values, errors), hits, procedure, variants, due, received.isPresent());
        return Reply.page(
                        request.page().text("calculator.title"),
                        out -> templates.citizenCalculator(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private List<DeskProcedures.Hit> hits(String words) {
        return words.isEmpty() ? List.of() : procedures.search(words, MOST_HITS);
    }

    private static Map<String, String> values(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        LocalDateTime now = Words.now(request);
        values.put("day", Formats.date(now.toLocalDate()));
        values.put("time", OPENING.toString());
        values.put("channel", "" + DossierChannel.DIRECT.number());
        for (String name : List.of("q", "code", "variant", "channel", "day", "time")) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    private static DossierChannel channel(DeskProcedure procedure, Map<String, String> values) {
        return Arrays.stream(DossierChannel.values())
                .filter(one -> values.getOrDefault("channel", "").equals("" + one.number()))
                .filter(one -> procedure.limits().containsKey(one))
                .findFirst()
                .orElse(DossierChannel.DIRECT);
    }

    private static Optional<LocalDateTime> received(Request request, Map<String, String> values, FormErrors errors) {
        Checks checks = new Checks(errors, "calculator.field.");
        LocalDate today = Words.now(request).toLocalDate();
        Optional<LocalDate> day = checks.day("day", values.getOrDefault("day", ""));
        day.ifPresent(
                given -> checks.between("day", given, today.minusYears(YEARS_AROUND), today.plusYears(YEARS_AROUND)));
        String typed = values.getOrDefault("time", "");
        Matcher time = TIME.matcher(typed);
        if (!time.matches()) {
            errors.add("time", Words.text("calculator.error.time", typed));
            return Optional.empty();
        }
        LocalTime at = LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
        return errors.isEmpty() ? day.map(given -> given.atTime(at)) : Optional.empty();
    }
}
