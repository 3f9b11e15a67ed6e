/**
 * Notices (thông báo) and e-mail: kept with the change that they tell of, shown on {@code /notices}, sent through the mail
 * server that {@code etc/vn.kientao.mail.cfg} names.
 */
@NullMarked
package vn.kientao.platform.jobs.notice;

import org.jspecify.annotations.NullMarked;
