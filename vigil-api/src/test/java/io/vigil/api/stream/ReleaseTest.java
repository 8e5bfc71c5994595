package io.vigil.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseTest {

    private final Release release = new Release(10);

    @Test
    void holdsBackTheWindowAndCutsAtBlanks() {
        assertThat(release.beforeWindow("0123456789")).isEmpty();
        assertThat(release.beforeWindow("one two three four five")).isEqualTo("one two ");
        assertThat(release.beforeWindow("one two three four five six seven")).isEqualTo("three four ");
        assertThat(release.rest("one two three four five six seven")).isEqualTo("five six seven");
        assertThat(release.isAllOf("one two three four five six seven")).isTrue();
    }

    @Test
    void doesNotWaitForBlanksThatNeverCome() {
        assertThat(release.beforeWindow("x".repeat(30))).isEqualTo("x".repeat(20));
        assertThat(release.beforeWindow("x".repeat(35))).isEmpty();
    }

    @Test
    void neverCutsACharacter() {
        String pairs = "\uD83D\uDE00".repeat(30);
        assertThat(release.beforeWindow(pairs)).isEqualTo("\uD83D\uDE00".repeat(20));
    }

    @Test
    void releasesRedactedTextAndNotWhatStoodThere() {
        assertThat(release.beforeWindow("mail [EMAIL_1] now and then some")).isEqualTo("mail [EMAIL_1] now ");
        assertThat(release.rest("mail [EMAIL_1] now and then some more")).isEqualTo("and then some more");
    }

    @Test
    void releasesNothingWhereALaterCheckChangesWhatWasShown() {
        assertThat(release.beforeWindow("one two three four five")).isEqualTo("one two ");
        assertThat(release.beforeWindow("[PERSON_1] three four five six")).isEmpty();
        assertThat(release.rest("[PERSON_1] three four five six")).isEmpty();
        assertThat(release.isAllOf("[PERSON_1] three four five six")).isFalse();
    }
}
