package vn.kientao.platform.directory.app;

import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.ImportProblem;
import vn.kientao.platform.directory.store.DirectoryStore;
import vn.kientao.platform.directory.store.StagedImportRepository;
import vn.kientao.platform.directory.store.StagedImportRepository.StagedImport;

/** Uploaded files between the trial and the yes. A file that nobody says yes to is forgotten after a day. */
final class UploadedTables {
    /** Some 5,000 agencies; far more than a province has. */
    static final int MOST_CHARACTERS = 1_000_000;

    private static final Duration KEPT = Duration.ofDays(1);

    private final DirectoryStore store;
    private final Clock clock;
    private final TextBundle texts;
    private final StagedImportRepository staged = new StagedImportRepository();

    UploadedTables(DirectoryStore store, Clock clock, TextBundle texts) {
        this.store = store;
        this.clock = clock;
        this.texts = texts;
    }

    /** The words of the file, or why it cannot be read. */
    Decoded decode(byte[] content) {
        try {
            String text = CsvTable.decode(content);
            return text.length() > MOST_CHARACTERS
                    ? refused("import.too-large", String.valueOf(MOST_CHARACTERS / 1000))
                    : new Decoded(text, List.of());
        } catch (CharacterCodingException e) {
            return refused("import.not-utf8");
        }
    }

    private Decoded refused(String key, Object... arguments) {
        return new Decoded("", List.of(new ImportProblem(0, "", texts.text(key, arguments))));
    }

    long keep(String kind, String fileName, String content, String account) {
        Instant now = clock.instant();
        String shortName = Folding.nfc(fileName);
        StagedImport file = new StagedImport(
                kind, shortName.length() > 200 ? shortName.substring(0, 200) : shortName, content, account);
        return store.write(handle -> staged.add(handle, file, now, now.minus(KEPT)));
    }

    Optional<StagedImport> find(long id, String kind, String account) {
        return store.read(handle -> staged.find(handle, id, kind))
                .filter(file -> file.account().equals(account));
    }

    /** @param problems why there is no text */
    record Decoded(String text, List<ImportProblem> problems) {}
}
