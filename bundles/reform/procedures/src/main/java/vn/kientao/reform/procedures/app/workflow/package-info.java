/** Drafts internal procedures, checks them and puts them in force. */
@NullMarked
package vn.kientao.reform.procedures.app.workflow;

import org.jspecify.annotations.NullMarked;
