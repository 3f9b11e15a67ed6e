/**
 * Dossiers (hồ sơ) of the one-stop desk: what was handed in, by whom, when it is due and why, where it stands, and what
 * may be done next. Immutable records and rules that need nothing but themselves.
 *
 * <p>Statuses, actions and their articles follow Decree 61/2018/NĐ-CP (cơ chế một cửa, một cửa liên thông) and the
 * national list of ten dossier states; the code follows Circular 01/2018/TT-VPCP, Article 19.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.dossier;

import org.jspecify.annotations.NullMarked;
