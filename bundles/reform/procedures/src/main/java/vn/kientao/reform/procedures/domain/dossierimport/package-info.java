/** Dossiers of before, taken over from files (nhập hồ sơ cũ từ tệp). */
@NullMarked
package vn.kientao.reform.procedures.domain.dossierimport;

import org.jspecify.annotations.NullMarked;
