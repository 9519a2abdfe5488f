/**
 * What the tests of several modules share. It uses no other module of Ringside and is on no production class path.
 *
 * <p>Read first: {@link io.ringside.testing.SourceTree}.
 */
package io.ringside.testing;
