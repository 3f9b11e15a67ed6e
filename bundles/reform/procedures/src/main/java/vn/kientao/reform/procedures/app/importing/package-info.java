/**
 * Reads a file of national records, one JSON object a line (JSON lines, UTF-8), of any size and in bounded memory.
 *
 * <p>{@link vn.kientao.reform.procedures.app.importing.ImportReader} hands on one {@link
 * vn.kientao.reform.procedures.app.importing.ImportRow} a line: a procedure with its gaps, or the reasons why the line
 * was refused. It decides nothing about the file as a whole; whether refused rows stop an import is for whoever commits
 * it. Reasons are keys and arguments, not sentences: the words stand in the module's text files.
 */
@NullMarked
package vn.kientao.reform.procedures.app.importing;

import org.jspecify.annotations.NullMarked;
