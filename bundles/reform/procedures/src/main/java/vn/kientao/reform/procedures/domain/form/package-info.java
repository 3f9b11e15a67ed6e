/** Forms (tờ khai) and the dictionary of their fields (từ điển dữ liệu). */
@NullMarked
package vn.kientao.reform.procedures.domain.form;

import org.jspecify.annotations.NullMarked;
