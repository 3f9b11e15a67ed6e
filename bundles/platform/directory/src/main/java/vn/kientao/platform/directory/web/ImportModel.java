package vn.kientao.platform.directory.web;

import java.util.List;
import java.util.OptionalLong;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.directory.domain.ImportProblem;

/**
 * What a file would change, or what is wrong with it.
 *
 * @param kind {@code agencies} or {@code calendar}: part of addresses and text keys
 * @param tried whether a file has been tried; otherwise only the form is shown
 * @param id to say yes with
 * @param lines one line for each change
 * @param moves one line for each deadline that would move
 */
public record ImportModel(
        Page page,
        String kind,
        boolean tried,
        String fileName,
        OptionalLong id,
        List<ImportProblem> problems,
        List<String> lines,
        int unchanged,
        List<MoveView> moves) {
    private static final int SHOWN = 200;

    public List<ImportProblem> shownProblems() {
        return problems.subList(0, Math.min(SHOWN, problems.size()));
    }

    public List<String> shownLines() {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    public List<MoveView> shownMoves() {
        return moves.subList(0, Math.min(SHOWN, moves.size()));
    }

    public String text(LocalText words) {
        return page.texts().get(words);
    }
}
