package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.Body;

/** Who is competent for what an agency raises: its superior, the lead of the area (D3), the standing office (D4), or another. */
@Component(service = Receivers.class)
public final class Receivers {
    /** The area whose lead is the standing office. */
    private static final String STEERING = "steering";

    private final Agencies agencies;
    private final Programmes programmes;
    private final Successors successors;
    private final Predecessors predecessors;

    @Activate
    public Receivers(@Reference Agencies agencies, @Reference Programmes programmes) {
        this.agencies = agencies;
        this.programmes = programmes;
        this.successors = new Successors(agencies);
        this.predecessors = new Predecessors(agencies);
    }

    /** An agency in its capacity. */
    public record Receiver(String agency, Body body) {}

    /** Who gets what is raised first, to classify it: the lead of the area, else the standing office, else the superior. */
    public Receiver first(String raiser, String area, LocalDate day) {
        return proposals(raiser, area, day).stream()
                .filter(one -> !one.agency().equals(raiser))
                .findFirst()
                .orElse(new Receiver(raiser, Body.OTHER));
    }

    /** Who comes into question, the most likely first. */
    public List<Receiver> proposals(String raiser, String area, LocalDate day) {
        List<Receiver> found = new ArrayList<>();
        lead(area, day).ifPresent(agency -> found.add(new Receiver(agency.code(), Body.FIELD_LEAD)));
        lead(STEERING, day).ifPresent(agency -> found.add(new Receiver(agency.code(), Body.STANDING_OFFICE)));
        superior(raiser, day).ifPresent(agency -> found.add(new Receiver(agency.code(), Body.SUPERIOR)));
        return found;
    }

    /** In which capacity an agency would answer. */
    public Body capacity(String agency, String raiser, String area, LocalDate day) {
        return proposals(raiser, area, day).stream()
                .filter(one -> one.agency().equals(agency))
                .map(Receiver::body)
                .findFirst()
                .orElse(Body.OTHER);
    }

    private Optional<Agency> lead(String area, LocalDate day) {
        return programmes.areas(day).stream()
                .filter(one -> one.code().equals(area))
                .findFirst()
                .flatMap(one -> programmes.lead(one, day));
    }

    private Optional<Agency> superior(String raiser, LocalDate day) {
        return agencies.find(raiser).flatMap(Agency::parent).flatMap(code -> successors.only(code, day));
    }

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    /** Who does today what the agency did. */
    public Set<String> today(String agency, LocalDate day) {
        return successors.codes(agency, day);
    }

    /** Whether an agency exists on the day. */
    public boolean exists(String agency, LocalDate day) {
        return agencies.find(agency).filter(one -> one.existsOn(day)).isPresent();
    }
}
