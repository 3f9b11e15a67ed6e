/**
 * Forms (biểu mẫu nhập) of the catalogue: fields with label, value, choices and mistake, for one template.
 */
@NullMarked
package vn.kientao.reform.procedures.web.form;

import org.jspecify.annotations.NullMarked;
