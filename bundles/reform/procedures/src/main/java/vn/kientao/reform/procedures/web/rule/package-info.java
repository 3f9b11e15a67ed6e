/** The page of the rule sets of deadlines with their legal basis. */
@NullMarked
package vn.kientao.reform.procedures.web.rule;

import org.jspecify.annotations.NullMarked;
