/** Takes files of papers in, hands them out, takes them away; all of it audited. */
@NullMarked
package vn.kientao.reform.procedures.app.attachment;

import org.jspecify.annotations.NullMarked;
