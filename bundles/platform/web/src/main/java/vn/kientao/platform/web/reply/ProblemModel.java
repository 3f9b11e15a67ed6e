package vn.kientao.platform.web.reply;

import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Problem;

/**
 * An error page.
 *
 * @param icon address of the picture
 * @param home where the way out leads
 * @param time when it happened, as people write it
 */
public record ProblemModel(Texts texts, Problem problem, String icon, String home, String requestId, String time) {}
