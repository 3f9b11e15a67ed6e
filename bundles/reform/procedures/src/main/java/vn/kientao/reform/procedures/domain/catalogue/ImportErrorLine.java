package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One reason why a row of an import was refused, as it is kept.
 *
 * @param place its number in the import, from 0
 * @param line of the file, from 1; 0 for the file itself
 * @param field the field of the record; empty for the whole line
 * @param reason the name of the reason
 * @param content what was found there, shortened
 * @param arguments what the sentence of the reason needs
 */
public record ImportErrorLine(
        int place, long line, String field, String reason, String content, List<String> arguments) {

    public ImportErrorLine {
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
        requireNonNull(content, "content");
        arguments = List.copyOf(arguments);
    }
}
