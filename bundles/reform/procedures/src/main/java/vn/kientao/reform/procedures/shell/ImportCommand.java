package vn.kientao.reform.procedures.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.importing.CatalogueImporter;
import vn.kientao.reform.procedures.app.importing.ImportProgress;
import vn.kientao.reform.procedures.app.importing.ImportRefusedException;
import vn.kientao.reform.procedures.app.importing.RowError;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;

/** {@code procedure:import FILE [--commit] [--accepted-only]}: tries an import, or commits it. */
@Component
public final class ImportCommand implements ModuleCommand {
    private static final String COMMIT = "--commit";
    private static final String ACCEPTED_ONLY = "--accepted-only";
    private static final int MOST_ERRORS = 20;

    private final CatalogueImporter importer;
    private final TextBundle bundle = TextBundle.of(ImportCommand.class);

    @Activate
    public ImportCommand(@Reference CatalogueImporter importer) {
        this.importer = importer;
    }

    @Override
    public String name() {
        return "procedure:import";
    }

    @Override
    public LocalText help() {
        return bundle.text("catalogue.shell.import-help");
    }

    @Override
    public void run(List<String> arguments, PrintStream out, Actor by) {
        Path file = file(arguments);
        Texts texts = bundle.in(TextBundle.VIETNAMESE);
        try {
            if (arguments.contains(COMMIT)) {
                commit(file, arguments.contains(ACCEPTED_ONLY), out, by, texts);
            } else {
                tryOut(file, out, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void tryOut(Path file, PrintStream out, Texts texts) throws IOException {
        List<RowError> first = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            ImportCounts counts = importer.tryOut(
                    in,
                    errors -> errors.stream()
                            .limit(Math.max(0, MOST_ERRORS - first.size()))
                            .forEach(first::add),
                    ImportProgress.UNWATCHED);
            print(counts, out, texts);
            first.forEach(error -> out.println(texts.get(
                    "catalogue.shell.error",
                    String.valueOf(error.line()),
                    error.field(),
                    texts.get(error.reason().key(), error.arguments().toArray()),
                    error.value())));
            out.println(texts.get("catalogue.shell.nothing-changed"));
        }
    }

    private void commit(Path file, boolean acceptedOnly, PrintStream out, Actor by, Texts texts) throws IOException {
        CatalogueImporter.By doer = new CatalogueImporter.By(by.account(), Optional.empty(), "shell");
        try (InputStream in = Files.newInputStream(file)) {
            long id = importer.begin(String.valueOf(file.getFileName()), Files.size(file), doer);
            print(importer.commit(id, in, acceptedOnly, doer, ImportProgress.UNWATCHED), out, texts);
            out.println(texts.get("catalogue.shell.committed", String.valueOf(id)));
        } catch (ImportRefusedException e) {
            throw new IllegalArgumentException(texts.get(e.reason()), e);
        }
    }

    private static void print(ImportCounts counts, PrintStream out, Texts texts) {
        out.println(texts.get(
                "catalogue.shell.counts",
                String.valueOf(counts.fresh()),
                String.valueOf(counts.changed()),
                String.valueOf(counts.same()),
                String.valueOf(counts.refused()),
                String.valueOf(counts.gaps())));
    }

    private static Path file(List<String> arguments) {
        List<String> names =
                arguments.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> options = arguments.stream()
                .filter(word -> word.startsWith("--"))
                .filter(word -> !word.equals(COMMIT) && !word.equals(ACCEPTED_ONLY))
                .toList();
        if (names.size() != 1 || !options.isEmpty()) {
            throw new IllegalArgumentException("procedure:import " + String.join(" ", arguments)
                    + " (expected: FILE [--commit] [--accepted-only])");
        }
        Path file = Path.of(names.get(0));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("cannot read " + file + " (expected: a file of JSON lines)");
        }
        return file;
    }
}
