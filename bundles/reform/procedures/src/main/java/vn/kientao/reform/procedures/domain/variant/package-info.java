/**
 * What the province adds to a published procedure: its cases (trường hợp), whom it is for, how far it goes online, who
 * receives it.
 */
@NullMarked
package vn.kientao.reform.procedures.domain.variant;

import org.jspecify.annotations.NullMarked;
