/**
 * Letters (văn bản hành chính) in the format of Decree 30/2020/NĐ-CP, Annex I: one model, printed as PDF and written as
 * DOCX. The measures of the Annex stand in one place, {@code Measures}.
 */
@NullMarked
package vn.kientao.platform.documents.letters;

import org.jspecify.annotations.NullMarked;
