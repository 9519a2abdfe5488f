"""The parts of bin/kill-run. Nothing here is Ringside's code: that is the point of it."""
