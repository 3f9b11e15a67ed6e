package vn.kientao.reform.procedures.web.dossierimport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossierimport.Choices;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;

/**
 * The page on which an import begins, with those of before.
 *
 * @param more whether there are older ones
 * @param mistake what is wrong with the file that was handed in
 */
public record DossierImportListModel(Page page, List<DossierImport> imports, boolean more, Optional<String> mistake) {
    public DossierImportListModel {
        imports = List.copyOf(imports);
    }

    public String text(String key, Object... arguments) {
        return page.text("dossier-import." + key, arguments);
    }

    public String link(DossierImport one) {
        return page.link("/import-dossiers/" + one.id());
    }

    public String name(DossierImport one) {
        return one.fileName().isBlank() ? String.valueOf(one.id()) : one.fileName();
    }

    public String submitted(DossierImport one) {
        return Formats.time(one.submittedAt());
    }

    public String number(long count) {
        return Formats.number(count);
    }

    public String older() {
        return page.with(
                "before", String.valueOf(imports.get(imports.size() - 1).id()));
    }

    public List<ImportColumn> columns() {
        return ImportColumn.ALL;
    }

    /** What stands in a column, with its codes. */
    public String help(ImportColumn column) {
        String codes = Choices.of(column).stream()
                .map(choice -> choice.code() + " = " + page.texts().get(choice.name()))
                .collect(Collectors.joining("; "));
        String help = page.text(column.helpKey());
        return codes.isEmpty() ? help : help + ": " + codes;
    }
}
