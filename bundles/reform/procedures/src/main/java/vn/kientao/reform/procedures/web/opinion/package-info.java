/** The list of an agency of what others have asked it. */
@NullMarked
package vn.kientao.reform.procedures.web.opinion;

import org.jspecify.annotations.NullMarked;
