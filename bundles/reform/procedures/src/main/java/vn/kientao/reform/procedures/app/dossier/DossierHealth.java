package vn.kientao.reform.procedures.app.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.HealthProbe;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DeadlineRules;

/** The module is well when its tables answer and a rule for counting due dates is in force today. */
@Component
public final class DossierHealth implements HealthProbe {
    private final Database database;
    private final Clock clock;
    private final DeadlineRules rules = new DeadlineRules();
    private final TextBundle texts = TextBundle.of(DossierHealth.class);

    @Activate
    public DossierHealth(@Reference Database database, @Reference Clock clock, @Reference ProcedureTables tables) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<LocalText> ailment() {
        Optional<DeadlineRule> rule = database.read(handle -> rules.on(handle, LocalDate.now(clock)));
        return rule.isPresent() ? Optional.empty() : Optional.of(texts.text("dossier.health.no-rule"));
    }
}
