/** Lists and reports as files: sheets to count on with, paper to sign. */
@NullMarked
package vn.kientao.reform.procedures.web.sheet;

import org.jspecify.annotations.NullMarked;
