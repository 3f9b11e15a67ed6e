package vn.kientao.reform.procedures.app.importing;

import java.util.Locale;

/** Why a row, or a whole file, is refused; the arguments of the sentence stand behind each, in order. */
public enum Reason {
    /** The file holds no record. No arguments. */
    FILE_EMPTY,
    /** The file is in UTF-16 or UTF-32. Arguments: the encoding found. */
    FILE_NOT_UTF8,
    /** More rows than a file may have; what follows was not read. Arguments: the most allowed. */
    FILE_TOO_LONG,
    /** A line longer than a record may be. Arguments: the most bytes allowed. */
    LINE_TOO_LONG,
    /** Bytes that are not UTF-8. Arguments: position of the first in the file, from 0; its value in hexadecimal. */
    NOT_UTF8,
    /** Not JSON, or more than one value. Arguments: the column, from 1. */
    NOT_JSON,
    /** JSON, but not an object. Arguments: what it is instead. */
    NOT_AN_OBJECT,
    /** One key twice in the object. Arguments: the column, from 1. */
    KEY_TWICE,
    /** A value of a kind that cannot stand for a text. Arguments: what it is instead. */
    WRONG_TYPE,
    /** A character that is half of a pair. Arguments: its position in the value, from 0. */
    BROKEN_CHARACTER,
    /** A text longer than its field allows. Arguments: the characters it has; the most allowed. */
    TOO_LONG,
    /** More fields than a record may have. Arguments: how many it has; the most allowed. */
    TOO_MANY_FIELDS,
    /** No code. No arguments. */
    CODE_MISSING,
    /** A code of another form. Arguments: an example of the form. */
    CODE_MALFORMED,
    /** A code that the file already had. Arguments: the line that had it. */
    CODE_TWICE,
    /** No name. No arguments. */
    NAME_MISSING;

    /** The key of the sentence: {@code procedures.import.code-missing}. */
    public String key() {
        return "procedures.import." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
