/**
 * Reads a record of the national database of procedures (Cơ sở dữ liệu quốc gia về thủ tục hành chính) into a
 * {@link vn.kientao.reform.procedures.domain.Procedure}.
 *
 * <p>The records come as the pages of the public portal: tables whose cells run together without a separator
 * ("Trực tuyến5 Ngày làm việc200,000 VNĐ(đồng/lần)"), file names glued to names, "Không có thông tin" for nothing. Each
 * reader here knows the grammar of one such text and takes only what has a single reading; the rest becomes a
 * {@link vn.kientao.reform.procedures.domain.Gap}. Nothing is guessed. {@link
 * vn.kientao.reform.procedures.domain.reading.ProcedureReader} puts the parts together and is the only door.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.reading;

import org.jspecify.annotations.NullMarked;
