package vn.kientao.itests.product;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody who works without a mouse, and how long they take by the keystroke-level model (Card, Moran and Newell 1980): each
 * key 0.28 s, the time of an average typist who is no secretary; each decision about a field or a page 1.35 s; what the
 * machine takes, from the key that leaves a page until the next one is loaded, as measured. Letters with Vietnamese marks
 * count the keys of Telex: one for each mark, two for đ.
 */
public final class Keyboard {
    private static final double KEY = 0.28;
    private static final double DECISION = 1.35;
    /** Between two keys in the test; the model counts {@link #KEY}. */
    private static final Duration PAUSE = Duration.ofMillis(30);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String MARK = "window.ktLeft = true";
    private static final String ARRIVED = "return window.ktLeft === undefined && document.readyState === 'complete'";

    private final Browser browser;
    private int keys;
    private int decisions;
    private long machineNanos;

    public Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** A decision before what follows. */
    public Keyboard decide() {
        decisions++;
        return this;
    }

    public Keyboard type(String text) {
        text.codePoints().forEach(letter -> {
            send(Character.toString(letter));
            keys += telex(letter);
        });
        return this;
    }

    public Keyboard press(Keys key) {
        send(key);
        keys++;
        return this;
    }

    /** Two keys at a time. */
    public Keyboard chord(Keys held, String key) {
        new Actions(browser.driver())
                .keyDown(held)
                .sendKeys(key)
                .keyUp(held)
                .pause(PAUSE)
                .perform();
        keys += 2;
        return this;
    }

    /** Goes on until the focus is in the element with this id; at most {@code most} keys. */
    public Keyboard tabTo(String id, int most) {
        for (int pressed = 0; !focus().equals(id); pressed++) {
            if (pressed == most) {
                throw new AssertionError("no way to #" + id + " in " + most
                        + " keys from where the focus was; it is in #" + focus() + " now");
            }
            press(Keys.TAB);
        }
        return this;
    }

    /** Presses a key that leaves the page, and waits for the next one. */
    public Keyboard leaveBy(Keys key) {
        browser.driver().executeScript(MARK);
        long start = System.nanoTime();
        browser.driver().switchTo().activeElement().sendKeys(key);
        keys++;
        new WebDriverWait(browser.driver(), PATIENCE, Duration.ofMillis(10))
                .withMessage(() -> "the next page after " + browser.path())
                .ignoring(WebDriverException.class)
                .until(driver -> Boolean.TRUE.equals(browser.driver().executeScript(ARRIVED)));
        machineNanos += System.nanoTime() - start;
        return this;
    }

    /** The id of the element that has the focus; its name or its words when it has none. */
    public String focus() {
        return String.valueOf(browser.driver().executeScript("""
                const element = document.activeElement;
                return element.id || element.name || element.textContent.trim();
                """));
    }

    /** Seconds by the model. */
    public double seconds() {
        return keys * KEY + decisions * DECISION + machineNanos / 1e9;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d keys, %d decisions, %.1f s of the machine: %.1f s",
                keys,
                decisions,
                machineNanos / 1e9,
                seconds());
    }

    private void send(CharSequence key) {
        new Actions(browser.driver()).sendKeys(key).pause(PAUSE).perform();
    }

    private static int telex(int letter) {
        if (letter == 'đ' || letter == 'Đ') {
            return 2;
        }
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .length();
    }
}
