package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.directory.app.AgencyHoursChanges;
import vn.kientao.platform.directory.app.AgencySearch;
import vn.kientao.platform.directory.domain.AgencyHours;

/** Office hours of an agency for programs, by the rules of the page. */
@Component
public final class HoursApi implements PlatformRoutes {
    private static final String ADDRESS = "/api/v1/admin/agencies/{code}/hours";

    private final AgencySearch agencies;
    private final AgencyHoursChanges hours;
    private final TextBundle texts = TextBundle.of(HoursApi.class);

    @Activate
    public HoursApi(@Reference AgencySearch agencies, @Reference AgencyHoursChanges hours) {
        this.agencies = agencies;
        this.hours = hours;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(ADDRESS, Permission.ADMINISTER, this::show)
                .summary("agencies.hours.api.show")
                .returns(Hours[].class);
        routes.put(ADDRESS, Permission.ADMINISTER, this::set)
                .summary("agencies.hours.api.set")
                .accepts(Hours.class)
                .returns(Hours[].class)
                .versioned();
        routes.delete(ADDRESS, Permission.ADMINISTER, this::end)
                .summary("agencies.hours.api.end")
                .returns(Hours[].class)
                .versioned();
    }

    Reply show(Request request) {
        return answer(agency(request));
    }

    /** Those of a day on; those before end the day before. */
    Reply set(Request request) {
        String agency = agency(request);
        Hours body = request.json(Hours.class);
        request.expect(version(agency));
        FormErrors errors = new FormErrors();
        Optional<AgencyHours> wanted = new HoursForm(body.values(), agency, Words.today(request), errors).hours();
        AgencyHours found = wanted.orElseThrow(() -> new ProblemException(new Problem(
                422,
                "invalid",
                texts.text("agencies.hours.invalid"),
                texts.text("agencies.hours.invalid.do"),
                errors.all())));
        hours.set(found, request::audit);
        return answer(agency);
    }

    /** From tomorrow on those of the province hold again. */
    Reply end(Request request) {
        String agency = agency(request);
        request.expect(version(agency));
        hours.end(agency, Words.today(request), request::audit);
        return answer(agency);
    }

    private Reply answer(String agency) {
        return Reply.json(hours.of(agency).stream().map(Hours::of).toArray(Hours[]::new))
                .version(version(agency));
    }

    /** The same as long as the same hours stand there. */
    private long version(String agency) {
        return Integer.toUnsignedLong(
                hours.of(agency).stream().map(Hours::of).toList().hashCode());
    }

    private String agency(Request request) {
        String code = request.pathValue("code");
        return agencies.find(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "not-found", texts.text("agencies.unknown", code), texts.text("agencies.unknown-detail"))))
                .code();
    }

    /**
     * Office hours of an agency.
     *
     * @param spans such as {@code 07:00-11:30,13:30-17:00}
     * @param from the first day, today at the earliest
     * @param to the last day; none while they hold
     * @param basis the decision that sets them
     */
    public record Hours(
            @Nullable String spans,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String basis) {
        static Hours of(AgencyHours hours) {
            return new Hours(hours.hours().text(), hours.from(), hours.to().orElse(null), hours.legalBasis());
        }

        Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            Optional.ofNullable(spans).ifPresent(given -> values.put("spans", given.strip()));
            Optional.ofNullable(from).ifPresent(day -> values.put("from", day.toString()));
            Optional.ofNullable(to).ifPresent(day -> values.put("to", day.toString()));
            Optional.ofNullable(basis).ifPresent(given -> values.put("basis", given.strip()));
            return values;
        }
    }
}
