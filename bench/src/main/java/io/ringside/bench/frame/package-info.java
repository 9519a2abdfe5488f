/**
 * Frames to measure with: recorded shapes, frames that carry the number of their arrival, and a decoder by Jackson to
 * compare with.
 *
 * <p>Rule: uses no other package of the rig.
 *
 * <p>Read first: {@link io.ringside.bench.frame.SampleFrames}.
 */
package io.ringside.bench.frame;
