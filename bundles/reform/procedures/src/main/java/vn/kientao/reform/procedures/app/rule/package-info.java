/** Rule sets of deadlines: dated rows, added and never changed. */
@NullMarked
package vn.kientao.reform.procedures.app.rule;

import org.jspecify.annotations.NullMarked;
