/**
 * Administrative procedures (thủ tục hành chính) as the national database publishes them: immutable records and the
 * rules that need nothing but themselves. Nothing here knows of files, JSON, tables or pages.
 *
 * <p>The lead record is {@link vn.kientao.reform.procedures.domain.Procedure}. What a published text does not tell is
 * left empty in the record and listed beside it as a {@link vn.kientao.reform.procedures.domain.Gap}, for a person to
 * complete. Texts are Unicode NFC; an absent text is the empty string, an absent number or date is {@code null} inside
 * a record and comes out as {@code Optional}.
 */
@NullMarked
package vn.kientao.reform.procedures.domain;

import org.jspecify.annotations.NullMarked;
