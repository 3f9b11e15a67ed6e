package vn.kientao.reform.steering.web.plan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.AgencyNames;

/** The lines of a plan as a sheet, with the columns that an import reads: what leaves can come back. */
final class PlanSheet {
    private static final Map<String, Integer> WIDTHS =
            Map.of("title", 50, "product", 30, "lead", 26, "cooperating", 30);
    private static final int WIDTH = 18;

    private final Page page;
    private final Plan plan;
    private final PlanTerms terms;
    private final AgencyNames names;

    PlanSheet(AgencyNames names, Plan plan, PlanTerms terms) {
        this.page = names.page();
        this.plan = plan;
        this.terms = terms;
        this.names = names;
    }

    TableFile of(List<PlanItem> items) {
        return table("ke-hoach-" + plan.agency() + "-" + plan.year() + "-" + plan.edition(), line -> {
            for (PlanItem item : items) {
                line.add(cells(item.words()));
            }
        });
    }

    /** The columns with one line that shows how they are filled in. */
    TableFile template() {
        return table("mau-ke-hoach-" + plan.year(), this::sample);
    }

    private void sample(Line line) throws IOException {
        line.add(ItemFields.NAMES.stream()
                .map(name -> SheetCell.text(page.text("plan.sample." + name, "" + plan.year())))
                .toList());
    }

    private TableFile table(String name, TableFile.Rows rows) {
        return new TableFile(
                name,
                "plan",
                page.text("plan.one", "" + plan.year()),
                List.of(names.of(plan.agency())),
                ItemFields.NAMES.stream()
                        .map(field -> new Column(page.text("plan.column." + field), WIDTHS.getOrDefault(field, WIDTH)))
                        .toList(),
                rows,
                List.of());
    }

    private List<SheetCell> cells(ItemWords words) {
        Map<String, String> values = ItemFields.of(words, terms);
        return ItemFields.NAMES.stream()
                .map(name -> switch (name) {
                    case "area" ->
                        SheetCell.text(terms.area(words.area())
                                .map(area -> page.texts().get(area.name()))
                                .orElse(words.area()));
                    case "lead" -> SheetCell.text(names.of(words.lead()));
                    case "cooperating" ->
                        SheetCell.text(String.join(
                                "; ",
                                words.cooperating().stream().map(names::of).toList()));
                    case "due" -> words.due().map(SheetCell::day).orElseGet(SheetCell::empty);
                    case "budget" -> words.budget().map(SheetCell::number).orElseGet(SheetCell::empty);
                    default -> SheetCell.text(values.getOrDefault(name, ""));
                })
                .toList();
    }
}
