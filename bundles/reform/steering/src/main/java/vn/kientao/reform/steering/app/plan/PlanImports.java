package vn.kientao.reform.steering.app.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanImport;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.plan.PlanImportRows;

/** Keeps a sheet between its dry run and the moment its rows become items of a plan. */
@Component(service = PlanImports.class)
public final class PlanImports {
    private static final TextBundle TEXTS = TextBundle.of(PlanImports.class);

    private final Database database;
    private final Plans plans;
    private final PlanImportRows imports = new PlanImportRows();

    @Activate
    public PlanImports(@Reference Database database, @Reference Plans plans, @Reference SteeringTables tables) {
        this.database = database;
        this.plans = plans;
    }

    /** Keeps the cells of a sheet, by row and field; nothing of the plan changes. */
    public PlanImport keep(Plan plan, String fileName, Map<Integer, Map<String, String>> rows, PlanDoer doer) {
        return database.write(transaction -> {
            long id = imports.add(transaction, plan.id(), fileName, doer.at(), doer.account(), rows);
            return imports.find(transaction, plan.id(), id).orElseThrow();
        });
    }

    public Optional<PlanImport> find(Plan plan, long id) {
        return database.read(handle -> imports.find(handle, plan.id(), id));
    }

    /** Makes items of all rows, once. */
    public void commit(Plan plan, PlanImport sheet, List<ItemWords> items, PlanDoer doer) {
        database.write(transaction -> {
            plans.touch(transaction, plan);
            if (!imports.commit(transaction, sheet.id())) {
                throw PlanRefusedException.because(TEXTS.text("plan.refused.imported"));
            }
            plans.add(transaction, plan, items, doer);
            plans.note(transaction, plan.id(), "IMPORT", sheet.fileName(), doer);
            return plan;
        });
    }
}
