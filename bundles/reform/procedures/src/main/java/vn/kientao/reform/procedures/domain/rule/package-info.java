/** Rule sets as they are loaded: rows with their legal basis. */
@NullMarked
package vn.kientao.reform.procedures.domain.rule;

import org.jspecify.annotations.NullMarked;
