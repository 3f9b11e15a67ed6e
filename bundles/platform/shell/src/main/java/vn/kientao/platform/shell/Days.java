package vn.kientao.platform.shell;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as commands take them: {@code 2026-11-23}. */
final class Days {
    private Days() {}

    static LocalDate of(Answer answer, String typed) throws CommandFailedException {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new CommandFailedException(answer.say("shell.account.no-day", typed), e);
        }
    }
}
