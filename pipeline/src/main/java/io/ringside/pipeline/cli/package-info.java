/**
 * The command line: one class per subcommand, and how a run starts and ends.
 *
 * <p>Read first: {@link io.ringside.pipeline.cli.Main}.
 */
package io.ringside.pipeline.cli;
