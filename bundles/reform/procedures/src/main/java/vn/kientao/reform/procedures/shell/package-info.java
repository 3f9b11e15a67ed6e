/**
 * The module's verbs in the administrators' shell.
 */
@NullMarked
package vn.kientao.reform.procedures.shell;

import org.jspecify.annotations.NullMarked;
