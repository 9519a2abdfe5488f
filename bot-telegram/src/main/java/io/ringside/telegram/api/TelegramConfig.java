package io.ringside.telegram.api;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the Telegram side must know. Every mistake is rejected here, before any connection.
 *
 * @param apiUrl           root of the Bot API, http or https; a slash at its end is dropped
 * @param token            the bot's token, a secret: {@link #toString()} leaves it out
 * @param chatId           the one chat that is listened and spoken to; below 0 it is a group
 * @param userIds          who may command; for a private chat empty means its owner, for a group it must not be empty
 * @param pollTimeoutS     how long Telegram holds an empty poll, 1 to 50
 */
public record TelegramConfig(String apiUrl, String token, long chatId, Set<Long> userIds, long pollTimeoutS) {

    public static final String DEFAULT_API_URL = "https://api.telegram.org";
    public static final long DEFAULT_POLL_TIMEOUT_S = 25;

    private static final long MAX_POLL_TIMEOUT_S = 50;
    private static final int MAX_TOKEN_CHARS = 80;
    private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]*:[A-Za-z0-9_-]+");
    /** Service notices, anonymous group admins and channels: ids that stand for more than one user. */
    private static final Set<Long> SHARED_IDS = Set.of(777_000L, 1_087_968_824L, 136_817_688L);

    public TelegramConfig {
        if (token.length() > MAX_TOKEN_CHARS || !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("token is malformed, allowed are digits, a colon, and letters, digits,"
                + " _ or -, at most " + MAX_TOKEN_CHARS + " characters: check TG_BOT_TOKEN");
        }
        apiUrl = checkedUrl(apiUrl, token);
        userIds = checkedUsers(chatId, Set.copyOf(userIds));
        if (pollTimeoutS < 1 || pollTimeoutS > MAX_POLL_TIMEOUT_S) {
            throw new IllegalArgumentException(
                "pollTimeoutS is " + pollTimeoutS + ", allowed are 1 to " + MAX_POLL_TIMEOUT_S);
        }
    }

    /** Polls of 25 s. */
    public static TelegramConfig of(String apiUrl, String token, long chatId, Set<Long> userIds) {
        return new TelegramConfig(apiUrl, token, chatId, userIds, DEFAULT_POLL_TIMEOUT_S);
    }

    public boolean isPrivateChat() {
        return chatId > 0;
    }

    @Override
    public String toString() {
        return "TelegramConfig[apiUrl=" + apiUrl + ", token=***, chatId=" + chatId + ", userIds=" + userIds
            + ", pollTimeoutS=" + pollTimeoutS + "]";
    }

    private static String checkedUrl(String apiUrl, String token) {
        String url = apiUrl.replaceAll("/+$", "");
        if (!isPlainHttp(url)) {
            throw new IllegalArgumentException("apiUrl is '" + url.replace(token, "***") + "', allowed is http:// or"
                + " https:// with a host, without user, query or fragment");
        }
        return url;
    }

    private static boolean isPlainHttp(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    }

    private static Set<Long> checkedUsers(long chatId, Set<Long> userIds) {
        if (chatId == 0) {
            throw new IllegalArgumentException("chatId is 0, allowed are positive ids (private) and negative ids"
                + " (groups): check TG_CHAT_ID");
        }
        if (chatId < 0 && userIds.isEmpty()) {
            throw new IllegalArgumentException("chat " + chatId + " is a group and userIds is empty, which would"
                + " authorise nobody: name the users who may command in TG_USER_IDS");
        }
        if (chatId > 0 && !userIds.isEmpty() && !userIds.contains(chatId)) {
            throw new IllegalArgumentException("userIds " + userIds + " does not hold " + chatId
                + ", the only user of that private chat: check TG_USER_IDS");
        }
        for (long userId : userIds) {
            if (userId <= 0 || SHARED_IDS.contains(userId)) {
                throw new IllegalArgumentException("userIds holds " + userId
                    + ", allowed are ids of single users: check TG_USER_IDS");
            }
        }
        return userIds.isEmpty() ? Set.of(chatId) : userIds;
    }
}
