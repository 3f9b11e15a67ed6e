/** The pages of internal procedures: list, form, picture. */
@NullMarked
package vn.kientao.reform.procedures.web.workflow;

import org.jspecify.annotations.NullMarked;
