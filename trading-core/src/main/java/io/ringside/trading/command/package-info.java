/**
 * Commands from users: each is executed in ring order and answered.
 *
 * <p>Rule: floor 6, uses {@code report} and the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.command.CommandDesk}.
 */
package io.ringside.trading.command;
