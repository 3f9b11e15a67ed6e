/**
 * The doors of petitions: the form and the tracking of those who send one, the answers that everybody reads, the register
 * of those who answer, and the same for programs.
 */
@NullMarked
package vn.kientao.reform.procedures.web.petition;

import org.jspecify.annotations.NullMarked;
