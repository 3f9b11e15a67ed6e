package vn.kientao.reform.steering.app.goal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;

/**
 * Enters what is known of the province's own targets of 2022 where the platform is shown to somebody ({@code kientao.demo=true}) and
 * nobody has entered anything. Done when the service is there.
 */
@Component(service = DemonstrationTargets.class, immediate = true)
public final class DemonstrationTargets {
    private static final int YEAR = 2022;
    private static final LocalDate KNOWN = LocalDate.of(YEAR, 12, 31);
    /** In percent, by code of the target; as the newspaper Kinh tế nông thôn reported. */
    private static final Map<String, String> REPORTED = new TreeMap<>(Map.of("cm-signed", "100", "cm-records", "70"));

    private static final String EVIDENCE =
            "https://kinhtenongthon.vn/Ca-Mau-chuyen-doi-so-giai-quyet-cac-van-de-xa-hoi-vi-mot-cuoc-song-tot-dep-hon-cho-nguoi-dan-post52546.html";

    @Activate
    public DemonstrationTargets(@Reference Targets targets, @Reference TargetDesk desk) {
        if (Boolean.getBoolean("kientao.demo")) {
            fill(targets, desk, Clock.system(Formats.ZONE));
        }
    }

    /** Enters what nobody has entered yet. */
    public static void fill(Targets targets, TargetDesk desk, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock);
        String account = Actor.system("start").account();
        REPORTED.forEach((code, amount) -> targets.find(code)
                .filter(view -> view.history().isEmpty())
                .ifPresent(view -> {
                    ActualValue value = new ActualValue(
                            0,
                            YEAR,
                            TargetPeriod.YEAR,
                            1,
                            Optional.of(new BigDecimal(amount)),
                            KNOWN,
                            "",
                            EVIDENCE,
                            "",
                            "",
                            account,
                            now);
                    AuditEntry entry = new AuditEntry(
                            account,
                            Optional.empty(),
                            "steering",
                            "steering.enter-target-value",
                            "target",
                            code,
                            "",
                            "start");
                    long unused = desk.enter(
                            view.target(),
                            value,
                            Optional.empty(),
                            Optional.of("demonstration"),
                            new Tasks.Act("", account, now, entry));
                }));
    }
}
