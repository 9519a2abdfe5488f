package io.ringside.telegram.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramConfigTest {

    private static final String URL = TelegramConfig.DEFAULT_API_URL;
    private static final String TOKEN = FakeTelegram.TOKEN;

    @Test
    void shouldAuthoriseTheOwnerOfAPrivateChat() {
        assertThat(TelegramConfig.of(URL, TOKEN, 42, Set.of()).userIds()).containsExactly(42L);
    }

    @Test
    void shouldRejectAGroupWithoutUsers() {
        assertThatThrownBy(() -> TelegramConfig.of(URL, TOKEN, -42, Set.of()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("TG_USER_IDS");
    }

    @Test
    void shouldRejectUsersWhoAreNotInThePrivateChat() {
        assertThatThrownBy(() -> TelegramConfig.of(URL, TOKEN, 42, Set.of(43L)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("TG_USER_IDS");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 777_000, 1_087_968_824, 136_817_688})
    void shouldRejectIdsThatAreNoSinglePerson(long userId) {
        assertThatThrownBy(() -> TelegramConfig.of(URL, TOKEN, -42, Set.of(userId)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(Long.toString(userId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", ":secret", "0123:secret", "12a:secret", "123:", "123:sec/ret", "123:sec ret",
        "123:secret\n", "123:secretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecretsecret"})
    void shouldRejectAMalformedTokenWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> TelegramConfig.of(URL, token, 42, Set.of()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("TG_BOT_TOKEN").hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.telegram.org", "ftp://host", "http://", "http://user:pw@host", "http://h?x=1",
        "http://h#x", "http://h h"})
    void shouldRejectOtherAddressesThanPlainHttp(String url) {
        assertThatThrownBy(() -> TelegramConfig.of(url, TOKEN, 42, Set.of()))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("apiUrl");
    }

    @Test
    void shouldStrikeTheTokenFromAnAddressItComplainsAbout() {
        assertThatThrownBy(() -> TelegramConfig.of("host/bot" + TOKEN, TOKEN, 42, Set.of()))
            .hasMessageNotContaining(TOKEN);
    }

    @Test
    void shouldDropTheSlashBehindTheAddress() {
        assertThat(TelegramConfig.of("http://127.0.0.1:8081/", TOKEN, 42, Set.of()).apiUrl())
            .isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void shouldNotShowTheToken() {
        assertThat(TelegramConfig.of(URL, TOKEN, 42, Set.of()).toString()).doesNotContain("AAHsecret");
    }

    @Test
    void shouldRejectAPollThatTelegramWouldCutShort() {
        assertThatThrownBy(() -> new TelegramConfig(URL, TOKEN, 42, Set.of(), 51))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("pollTimeoutS is 51, allowed are 1 to 50");
    }
}
